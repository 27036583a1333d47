// Refreshes the parts of a page that change while somebody looks. Without it the link "Refresh" does the same.

/** Shows the news of one part; whoever reads may hold them. */
function watch(part) {
  const shown = part.querySelector("[data-part]");
  const hold = document.createElement("button");
  hold.type = "button";
  hold.className = "plain";
  let source = null;

  function begin() {
    source = new EventSource(part.dataset.events);
    source.onmessage = (event) => show(event.data);
    source.onerror = () => {
      // The browser tries again by itself unless it was refused.
      if (source !== null && source.readyState === EventSource.CLOSED) {
        end();
      }
    };
    hold.textContent = "Hold";
  }

  function end() {
    if (source !== null) {
      source.close();
      source = null;
    }
    hold.textContent = "Follow";
  }

  function show(html) {
    const before = shown.querySelector("[data-state]")?.dataset.state;
    shown.innerHTML = html;
    const after = shown.querySelector("[data-state]")?.dataset.state;
    // The buttons beside it are those of the state before.
    if (before !== after) {
      location.reload();
    }
  }

  hold.addEventListener("click", () => (source === null ? begin() : end()));
  part.querySelector(".controls").append(hold);
  window.addEventListener("pagehide", end);
  begin();
}

document.querySelectorAll("[data-events]").forEach(watch);
