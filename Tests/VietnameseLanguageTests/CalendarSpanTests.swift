import Testing
import VietnameseLanguage

/// Spans of the calendar read from EDTF.
@Suite struct CalendarSpanTests {
  @Test(arguments: [
    ("2023", "2023-01-01", "2023-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-36", "2023-10-01", "2023-12-31"), ("2023-40", "2023-01-01", "2023-06-30"),
    ("2026-04-24", "2026-04-24", "2026-04-24"), ("2021/2025", "2021-01-01", "2025-12-31"),
    ("2025-09/2026-06", "2025-09-01", "2026-06-30"),
  ])
  func `a span has a first and a last day`(_ edtf: String, _ first: String, _ last: String) {
    let span = CalendarSpan(edtf: edtf)
    #expect(span?.firstDay == first)
    #expect(span?.lastDay == last)
    #expect(span?.edtf == edtf)
  }

  @Test(arguments: ["XXXX-11-20", "XXXX-35", "20XX"])
  func `a span without a year has no days`(_ edtf: String) {
    let span = CalendarSpan(edtf: edtf)
    #expect(span != nil)
    #expect(span?.firstDay == nil && span?.lastDay == nil)
  }

  @Test(arguments: [
    "", "2023-13", "2023-02-30", "2023-2", "2023-32", "23", "2023/", "2021/2022/2023", "2023-36-01",
    "2023-ab", "abcd", "2023-04-", "-2023",
  ])
  func `anything else is no span`(_ text: String) {
    #expect(CalendarSpan(edtf: text) == nil)
  }
}
