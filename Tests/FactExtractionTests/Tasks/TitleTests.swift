import ProgrammeModel
import Testing
import VietnameseLanguage

@testable import FactExtraction

/// What titles say of the sentences below them.
struct TitleTests {
  @Test(
    arguments: [
      ("Các cơ quan, đơn vị sự nghiệp công lập thuộc tỉnh", 1),
      ("Các phòng chuyên môn, đơn vị sự nghiệp thuộc UBND huyện", 1),
      ("Các cơ sở kinh doanh, dịch vụ du lịch", 1), ("Các chủ đầu tư, nhà thầu thi công", 1),
      ("Cấp ủy các cấp", 1), ("Đảng ủy, UBND các xã, phường", 2), ("Lực lượng Công an", 1),
      ("Trung tâm Văn hóa, Thể thao và Truyền thanh huyện", 1), ("Sở Y tế, Sở Nội vụ", 2),
      ("Điện lực Tân Lộc, Viettel Tân Lộc", 2),
      ("BHXH", 1), ("HĐND", 1),
      // Topics, and sentences that decide something.
      ("VIỆC", 0),
      ("Các giải pháp chủ yếu", 0), ("Các đơn vị tổ chức thực hiện nghiêm quy định", 0),
      ("Chính quyền điện tử", 0), ("Tổ chức Lễ phát động", 0), ("Đối với cấp tỉnh", 0),
      ("Phát triển thương mại, dịch vụ", 0), ("Các bộ tiêu chí đánh giá", 0),
      ("Hội đồng nhân dân tỉnh quyết nghị các nội dung sau:", 0),
      ("Ủy ban nhân dân tỉnh kết luận như sau:", 0), ("Cơ sở dữ liệu, nền tảng số", 0),
    ])
  func `a title that is a name gives its bodies to the tasks below`(_ title: String, _ count: Int) {
    let bodies = LeadingBodies(title: TokenisedText(title))
    #expect((bodies?.lead.count ?? 0) == count, "\(bodies?.lead ?? [])")
  }

  @Test(
    arguments: [
      ("QUAN ĐIỂM, MỤC TIÊU", .goal), ("Mục đích và chỉ tiêu", .goal),
      ("Mục tiêu, nhiệm vụ", .task), ("Chỉ tiêu và nhiệm vụ", .task),
      ("Mục đích, yêu cầu", .statement), ("Kết quả thực hiện nhiệm vụ", .result),
      ("Kết quả, nhiệm vụ", .result), ("Chỉ tiêu", .target), ("Đường sá", nil),
    ] as [(String, SectionRole?)])
  func `a title of two things is read by both`(_ title: String, _ role: SectionRole?) {
    #expect(SectionRole(title: TokenisedText(title)) == role)
  }
}
