/* The form of the page /components: gives the button below it what was typed. */
const form = document.getElementById("try-form");
const button = document.querySelector("imgcif-download");

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  button.setAttribute("dataset-id", form.elements.namedItem("dataset").value.trim());
  button.session = form.elements.namedItem("session").value.trim();
});
