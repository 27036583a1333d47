/*
 * <imgcif-download dataset-id="4711" service="https://imgcif.example.org"></imgcif-download>
 *
 * A button that brings the imgCIF of a dataset, made on demand. Attributes:
 *   dataset-id  id of the dataset in ICAT
 *   service     address of the service; without it where this file came from
 *   session     the user's ICAT session; better set as the property of this name, which stands in no markup. Without one what is
 *               public is asked for.
 *   as          bundle for an archive with the report; without it the imgCIF alone
 *   raw         with as="bundle": the raw files too
 *   uri         local, portal or doi: where the links of the imgCIF lead
 *   label       what the button says
 * Its attribute `state` tells where it stands, and an event `imgcif-state` when that changes: ready, waiting, on-tape, loading, done,
 * impossible, forbidden, failed. The session goes to the service in the header Authorization and nowhere else.
 */

const STYLE = `
:host { display: inline-block; font: inherit; max-width: 100%; }
button { font: inherit; color: inherit; background: transparent; border: 1px solid currentColor; border-radius: .25em;
  padding: .3em .9em; min-height: 1.75em; cursor: pointer; }
button:focus-visible { outline: 3px solid; outline-offset: 2px; }
p { margin: .35em 0 0; overflow-wrap: anywhere; }
p:empty { display: none; }
`;

const LONGEST_PAUSE = 300;
const SECONDS_AT_THE_SERVICE = 15;
const MOST_FAILURES = 5;
const OFTEN_ENOUGH = 1.5;

const BUSY = new Set(["waiting", "on-tape", "loading"]);

/** The state and the words for somebody who does not get it; what to send is the portal's business, not his. */
function refusal(status, why) {
  if (status === 401) {
    return ["forbidden", "Not available to you: sign in to the portal as somebody who may see this dataset."];
  }
  const because = why ? `: ${why}` : ".";
  if (status === 403 || status === 404) {
    return ["forbidden", `Not available to you${because}`];
  }
  return status >= 500 ? ["failed", `It did not work${because}`] : ["impossible", `Not possible${because}`];
}

/** The name that the service gives the file. */
function fileName(header, otherwise) {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? "");
  if (encoded) {
    try {
      return decodeURIComponent(encoded[1]);
    } catch {
      // the plain name is there too
    }
  }
  return /filename="([^"]*)"/i.exec(header ?? "")?.[1] || otherwise;
}

function seconds(response, otherwise) {
  const header = Number(response.headers.get("Retry-After"));
  return Number.isFinite(header) && header > 0 ? header : otherwise;
}

async function told(response) {
  try {
    const body = await response.json();
    return String(body.detail ?? body.reason ?? "");
  } catch {
    return "";
  }
}

export class ImgCifDownload extends HTMLElement {
  #session = "";
  #button = document.createElement("button");
  #status = document.createElement("p");
  #running = null;
  #timer = 0;
  #pause = 0;
  #failures = 0;

  static get observedAttributes() {
    return ["dataset-id", "service", "session", "as", "raw", "uri", "label"];
  }

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    this.#button.type = "button";
    this.#button.addEventListener("click", () => this.#pressed());
    this.#status.setAttribute("role", "status");
    this.#status.setAttribute("aria-live", "polite");
    root.append(this.#button, this.#status);
  }

  /** The user's ICAT session; never written into an attribute or an address. */
  get session() {
    return this.#session || this.getAttribute("session") || "";
  }

  set session(value) {
    this.#session = value == null ? "" : String(value);
    this.#reset();
  }

  get state() {
    return this.getAttribute("state") ?? "ready";
  }

  connectedCallback() {
    if (Object.hasOwn(this, "session")) { // set before the element was known
      const early = this.session;
      delete this.session;
      this.session = early;
    }
    this.#reset();
  }

  disconnectedCallback() {
    this.#stop();
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after && this.isConnected) {
      this.#reset();
    }
  }

  #reset() {
    this.#stop();
    this.#show("ready", "");
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#running = null;
    this.#pause = 0;
    this.#failures = 0;
  }

  #show(state, text) {
    const label = this.getAttribute("label") || (this.getAttribute("as") === "bundle" ? "Download bundle" : "Download imgCIF");
    this.#button.textContent = BUSY.has(state) ? "Stop" : state === "failed" ? "Try again" : label;
    this.#status.textContent = text;
    if (this.getAttribute("state") !== state) {
      this.setAttribute("state", state);
      this.dispatchEvent(new CustomEvent("imgcif-state", { bubbles: true, detail: { state, text } }));
    }
  }

  #pressed() {
    if (BUSY.has(this.state)) {
      this.#stop();
      this.#show("ready", "Stopped.");
      return;
    }
    this.#stop();
    this.#show("waiting", "Asking for it.");
    this.#ask();
  }

  #address() {
    const id = this.getAttribute("dataset-id") ?? "";
    const service = this.getAttribute("service") || new URL(import.meta.url).origin;
    const address = new URL(`${service.replace(/\/+$/, "")}/api/datasets/${encodeURIComponent(id)}/imgcif`, document.baseURI);
    address.searchParams.set("wait", String(SECONDS_AT_THE_SERVICE));
    for (const name of ["as", "uri"]) {
      if (this.getAttribute(name)) {
        address.searchParams.set(name, this.getAttribute(name));
      }
    }
    if (this.hasAttribute("raw") && this.getAttribute("raw") !== "false") {
      address.searchParams.set("raw", "true");
    }
    return address;
  }

  async #ask() {
    if (!this.isConnected) { // whoever heard of the state may have taken it out of the page
      return;
    }
    const running = new AbortController();
    this.#running = running;
    try {
      const response = await fetch(this.#address(), {
        headers: this.session ? { Authorization: `Bearer ${this.session}` } : {},
        credentials: "omit",
        redirect: "error",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: running.signal,
      });
      await this.#answered(response, running);
    } catch (error) {
      if (!running.signal.aborted) {
        this.#failed(error);
      }
    }
  }

  async #answered(response, running) {
    const ours = () => this.#running === running && !running.signal.aborted;
    if (response.status === 202) {
      const answer = await response.json();
      if (ours()) {
        this.#failures = 0;
        const onTape = answer.waitsFor === "TAPE";
        this.#show(
          onTape ? "on-tape" : "waiting",
          onTape ? "The raw data are on tape and have to come back first." : `It is being made. ${answer.reason ?? ""}`.trim());
        this.#later(seconds(response, 2));
      }
      return;
    }
    if (response.ok) {
      this.#show("loading", "It is coming.");
      const content = await response.blob(); // fails if the answer is broken off
      if (ours()) {
        this.#keep(content, fileName(response.headers.get("Content-Disposition"), "dataset.cif"));
      }
      return;
    }
    const why = await told(response);
    if (!ours()) {
      return;
    }
    if (response.status === 503 || response.status === 429) {
      this.#show("waiting", why || "The service is busy.");
      this.#later(seconds(response, 10));
    } else {
      this.#running = null;
      this.#show(...refusal(response.status, why));
    }
  }

  /** As the service says, and ever more seldom. */
  #later(wanted) {
    if (!this.isConnected) {
      return;
    }
    this.#pause = Math.min(LONGEST_PAUSE, Math.max(wanted, this.#pause * OFTEN_ENOUGH));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), this.#pause * 1000);
  }

  #failed() {
    this.#failures += 1;
    if (this.#failures < MOST_FAILURES && this.state !== "loading") {
      this.#show("waiting", "The service does not answer; it is asked again.");
      this.#later(2);
    } else {
      const loading = this.state === "loading";
      this.#stop();
      this.#show("failed", loading ? "The download broke off." : "The service does not answer.");
    }
  }

  #keep(content, name) {
    this.#running = null;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.#show("done", `${name} was downloaded.`);
  }
}

if (!customElements.get("imgcif-download")) {
  customElements.define("imgcif-download", ImgCifDownload);
}
