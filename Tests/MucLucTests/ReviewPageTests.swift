import Foundation
import MucLuc
import TestSupport
import Testing

/// The review page in a browser: what its script does, and whether its colours can be read.
@Suite struct ReviewPageTests {
  @Test func `a click leads from the tree to the text and back, and finding ignores accents`()
    throws
  {
    guard let result = try run(page(), Self.behaviour) else { return }
    #expect(
      result == [
        "script: runs", "policy: kept", "selected: 1", "text: marked", "back: selected",
        "arrow: moved", "left: folded", "right: unfolded", "found: some", "same: found",
        "language: en", "view: source", "unnamed: 0", "repeated ids: 0", "landmarks: 4",
      ])
  }

  @Test(arguments: ["light", "dark"])
  func `every text stands out from its ground`(_ scheme: String) throws {
    var page = try page()
    if scheme == "dark" {
      page = page.replacing("@media (prefers-color-scheme: dark)", with: "@media all")
    }
    guard let result = try run(page, Self.contrast) else { return }
    // 4.5 to 1 is what WCAG 2.2 asks for (AA, success criterion 1.4.3).
    #expect(result.last == "done")
    #expect(result.dropLast() == [])
  }

  @Test(arguments: ["1400,900", "500,900"])
  func `nothing is wider than the window`(_ size: String) throws {
    guard let result = try run(page(), Self.width, windowSize: size) else { return }
    #expect(result == ["too wide: 0"])
  }

  private func page() throws -> String {
    let file = Fixtures.folder.appendingPathComponent("programmes/action-plan-word/input.docx")
    let bytes = [UInt8](try Data(contentsOf: file))
    let conversion = try Pipeline().convert(bytes, named: "kế hoạch <1>.docx")
    return String(decoding: conversion.reviewPage(), as: UTF8.self)
  }

  /// Opens the page with a script at its end, and gives the lines that it prints.
  ///
  /// The page's policy would keep the test's script out, so its digest is let in.
  private func run(
    _ page: String, _ script: String, windowSize: String = "1400,900"
  ) throws -> [String]? {
    guard let browser = Tool.path(of: "chromium") ?? Tool.path(of: "google-chrome") else {
      print("skipped: Chromium is missing")
      return nil
    }
    let whole = """
      const lines = [], print = (line) => lines.push(line);
      (async () => {
      \(script)
      const shown = document.createElement("pre");
      shown.id = "printed";
      shown.textContent = lines.join("\\n");
      document.body.append(shown);
      })();
      """
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("page.html")
    let policy = page.replacing("script-src &#39;", with: "script-src &#39;nonce-test&#39; &#39;")
    let tested = policy.replacing(
      "</body>", with: "<script nonce=\"test\">\(whole)</script></body>")
    try Data(tested.utf8).write(to: file)
    let output = try Tool.run(
      browser,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile",
        "--window-size=\(windowSize)", "--virtual-time-budget=4000", "--dump-dom",
        file.absoluteString,
      ])
    let dom = String(decoding: output.bytes, as: UTF8.self)
    guard let printed = dom.firstMatch(of: /<pre id="printed">([^<]*)<\/pre>/) else {
      Issue.record("the page printed nothing: \(dom.suffix(400))")
      return []
    }
    return printed.1.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&").split(separator: "\n").map(String.init)
  }

  private static let behaviour = """
    const root = document.documentElement;
    const one = (selector) => document.querySelector(selector);
    const press = (key) => document.activeElement.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    print("script: " + (root.classList.contains("js") ? "runs" : "does not run"));
    const other = document.createElement("script");
    other.textContent = "window.broken = true";
    document.body.append(other);
    print("policy: " + (window.broken ? "broken" : "kept"));
    const items = [...document.querySelectorAll("[role=treeitem]")];
    const item = items.find((one) => one.dataset.id === "1.1.2");
    item.querySelector(".said").click();
    print("selected: " + document.querySelectorAll("[aria-selected=true]").length);
    const paragraph = one("#source p.current");
    print("text: " + (paragraph.textContent.includes("1.500 cán bộ") ? "marked" : "not marked"));
    const heading = one("#source p[data-node='1']");
    heading.click();
    const selected = one("[aria-selected=true]");
    print("back: " + (selected.dataset.id === "1" ? "selected" : "not selected"));
    selected.focus();
    press("ArrowDown");
    print("arrow: " + (document.activeElement.dataset.id === "1.1" ? "moved" : "stayed"));
    press("ArrowLeft");
    print("left: " + (document.activeElement.ariaExpanded === "false" ? "folded" : "open"));
    press("ArrowRight");
    print("right: " + (document.activeElement.ariaExpanded === "true" ? "unfolded" : "closed"));
    const field = one("#find"), found = one("#found");
    const pause = () => new Promise((done) => setTimeout(done, 300));
    const counts = [];
    for (const text of ["DAO TAO", "đào tạo"]) {
      field.value = text;
      field.dispatchEvent(new Event("input"));
      await pause();
      counts.push(found.textContent);
    }
    print("found: " + (/^1\\/[1-9]/.test(counts[0]) ? "some" : "none " + counts[0]));
    print("same: " + (counts[0] === counts[1] ? "found" : counts.join(" and ")));
    one("#language").click();
    print("language: " + root.dataset.language);
    one("#to-tree").click();
    one("#source p[data-node='1']").click();
    item.querySelector(".said").click();
    print("view: " + document.body.dataset.view);
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    const controls = [...document.querySelectorAll("button, a, input, [role=treeitem]")];
    const name = (control) => control.innerText || control.labels?.[0]?.innerText;
    one("#open-all").click();
    print("unnamed: " + controls.filter((control) => !name(control)?.trim()).length);
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    print("repeated ids: " + (ids.length - new Set(ids).size));
    print("landmarks: " + document.querySelectorAll("header, nav, main, [role=search]").length);
    """

  private static let contrast = """
    const channels = (color) => color.match(/[\\d.]+/g).map(Number);
    const luminance = ([red, green, blue]) => {
      const [r, g, b] = [red, green, blue].map((one) => one / 255)
        .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element) => {
      for (let one = element; one; one = one.parentElement) {
        const color = channels(getComputedStyle(one).backgroundColor);
        if (color.length < 4 || color[3] > 0) return color;
      }
      return [255, 255, 255];
    };
    const seen = new Set();
    for (const element of document.querySelectorAll("body *")) {
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!hasText || ["SCRIPT", "STYLE"].includes(element.tagName)) continue;
      const style = getComputedStyle(element);
      if (style.display === "none") continue;
      const light = [luminance(channels(style.color)), luminance(ground(element))].sort((a, b) => b - a);
      const ratio = (light[0] + 0.05) / (light[1] + 0.05);
      const name = element.tagName + "." + element.className;
      if (ratio < 4.5 && !seen.has(name)) print(name + " " + ratio.toFixed(2));
      seen.add(name);
    }
    print("done");
    """

  private static let width = """
    print("too wide: " + [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.right > innerWidth + 1 && !element.closest(".scroll, .unseen, .skip");
    }).length);
    """
}
