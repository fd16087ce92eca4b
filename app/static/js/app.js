/* Small comforts; every page works without them. No page sets styles or runs text as code. */
(() => {
  "use strict";

  // "/" goes to the search box, unless somebody is typing
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const box = document.getElementById("zoek");
    if (!box) return;
    event.preventDefault();
    box.focus();
  });

  // after an act, focus goes to what happened; after a refused form, to the summary of errors
  const message = document.getElementById("fouten") || document.querySelector("[data-focus]");
  if (message) message.focus();

  // an opened "Niet nuttig, omdat…" gives focus to its first field
  document.addEventListener("toggle", (event) => {
    const opened = event.target;
    if (!(opened instanceof HTMLDetailsElement) || !opened.open || !opened.hasAttribute("data-focus-first")) return;
    const first = opened.querySelector("input:not([type=hidden]), select, textarea");
    if (first) first.focus();
  }, true);

  // the dial says its step in a word
  document.addEventListener("input", (event) => {
    const dial = event.target;
    if (!(dial instanceof HTMLInputElement) || !dial.dataset.steps) return;
    dial.setAttribute("aria-valuetext", dial.dataset.steps.split("|")[Number(dial.value) - Number(dial.min || 1)]);
  });

  // <button data-copy="#id"> copies a text or a field, and says so in its own label
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.querySelector(button.dataset.copy);
    if (!source) return;
    try {
      await navigator.clipboard.writeText("value" in source ? source.value : source.textContent.trim());
      const label = button.querySelector("[data-label]") || button;
      if (button.dataset.copied) label.textContent = button.dataset.copied;
    } catch {
      if ("select" in source) source.select();
    }
  });

  // a control with data-submit sends its form when it changes; without script its button does
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
  });

  // "choose all" boxes: <input type="checkbox" data-all="name of the boxes">
  document.addEventListener("change", (event) => {
    const name = event.target.dataset && event.target.dataset.all;
    if (!name) return;
    for (const box of document.querySelectorAll(`input[type="checkbox"][name="${CSS.escape(name)}"]`)) box.checked = event.target.checked;
  });

  // <button data-print>
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });

  // htmx sends the token that protects every change
  const token = document.querySelector('meta[name="csrf-token"]');
  if (token) document.addEventListener("htmx:configRequest", (event) => { event.detail.headers["X-CSRFToken"] = token.content; });

  // long selects become a field to type in; the library is loaded only on pages that ask for it
  function enhance(root) {
    if (!window.accessibleAutocomplete) return;
    const words = document.documentElement.lang.startsWith("en")
      ? { none: "Nothing found", many: (n) => `${n} results` }
      : { none: "Niets gevonden", many: (n) => (n === 1 ? "1 resultaat" : `${n} resultaten`) };
    for (const select of root.querySelectorAll("select[data-autocomplete]:not([multiple])")) {
      const described = select.getAttribute("aria-describedby");
      window.accessibleAutocomplete.enhanceSelectElement({
        selectElement: select,
        showAllValues: true,
        confirmOnBlur: false,
        autoselect: false,
        defaultValue: select.selectedOptions[0] && select.value ? select.selectedOptions[0].textContent : "",
        dropdownArrow: ({ className }) => `<svg class="${className}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="m6 9.500 6 6 6-6" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
        tNoResults: () => words.none,
        tStatusNoResults: () => words.none,
        tStatusResults: (length) => words.many(length),
        tStatusSelectedOption: (option, length, index) => `${option} (${index + 1}/${length})`,
        tAssistiveHint: () => "",
      });
      select.removeAttribute("data-autocomplete");
      const field = document.getElementById(select.id.replace(/-select$/, ""));
      if (field && described) field.setAttribute("aria-describedby", described);
    }
  }
  enhance(document);
  document.addEventListener("htmx:load", (event) => enhance(event.detail.elt.parentElement || document));
})();
