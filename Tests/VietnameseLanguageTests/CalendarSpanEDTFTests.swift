import Testing
import VietnameseLanguage

@Suite struct CalendarSpanEDTFTests {
  @Test(arguments: [
    ("2023", "2023-01-01", "2023-12-31"), ("2023-11", "2023-11-01", "2023-11-30"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("2023-11-20", "2023-11-20", "2023-11-20"),
    ("2023-36", "2023-10-01", "2023-12-31"), ("2023-40", "2023-01-01", "2023-06-30"),
    ("2021/2025", "2021-01-01", "2025-12-31"), ("2025-09/2026-06", "2025-09-01", "2026-06-30"),
    ("2011-12-26/2011-12-27", "2011-12-26", "2011-12-27"),
  ])
  func `a date has a first and a last day`(_ edtf: String, _ first: String, _ last: String) throws {
    let span = try #require(CalendarSpan(edtf: edtf))
    #expect(span.firstDay == first && span.lastDay == last && span.edtf == edtf)
  }

  @Test(arguments: ["XXXX-11-20", "XXXX-35", "2023-02-30"])
  func `a date of no certain year, or none of the calendar, has no days`(_ edtf: String) {
    #expect(CalendarSpan(edtf: edtf)?.lastDay == nil)
  }

  @Test(arguments: [
    "", "20XX", "23", "2023-13", "2023-00", "2023-42", "2023-1", "2023-11-32", "2023-11-20-1",
    "2021/2025/2030", "../2025", "2025/", "+123", "2023-+1", "hằng tháng",
  ])
  func `anything else is no date`(_ text: String) {
    #expect(CalendarSpan(edtf: text) == nil)
  }
}
