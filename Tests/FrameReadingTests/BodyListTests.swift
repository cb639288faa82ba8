@testable import FrameReading
import Testing
import VietnameseLanguage

struct BodyListTests {
  @Test(
    arguments: [
      // one item a line
      (
        ["Nơi nhận:", "- Như trên;", "- Thường trực Tỉnh ủy (b/c);", "- Lưu: VT."],
        ["Như trên", "Thường trực Tỉnh ủy (b/c)", "Lưu: VT"]
      ),
      (
        ["Nơi nhận:", "- Như trên,", "- Ban Tổ chức Tỉnh ủy (b/c),", "- Lưu Văn phòng Huyện ủy."],
        ["Như trên", "Ban Tổ chức Tỉnh ủy (b/c)", "Lưu Văn phòng Huyện ủy"]
      ),
      (
        ["Nơi nhận :", "– Như Điều 2", "— Công báo", "‑ Lưu VP"],
        ["Như Điều 2", "Công báo", "Lưu VP"]
      ),
      (["NƠI NHẬN:", "-Như trên;", "-Lưu VT"], ["Như trên", "Lưu VT"]),
      (
        ["Nơi gửi:", "-Thủ tướng Chính phủ (để báo cáo);", "- Công báo;"],
        ["Thủ tướng Chính phủ (để báo cáo)", "Công báo"]
      ),
      (
        ["Nơi nhận:", "+ Như trên;", "• Các sở, ngành;", "* Lưu VT."],
        ["Như trên", "Các sở, ngành", "Lưu VT"]
      ),
      // wrapped items
      (
        ["- Các Bộ, cơ quan ngang Bộ,", "cơ quan thuộc Chính phủ;", "- Công báo."],
        ["Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ", "Công báo"]
      ),
      (
        ["- Quận ủy, Huyện ủy, HĐND", "và UBND quận, huyện", "- Lưu TTLT"],
        ["Quận ủy, Huyện ủy, HĐND và UBND quận, huyện", "Lưu TTLT"]
      ),
      (["- Lưu: VP (HC, TH)", "TCT (HC, NV3)"], ["Lưu: VP (HC, TH) TCT (HC, NV3)"]),
      (
        ["- VPCP: BTCN, các PCN, Trợ lý TTg,", "TGĐ Cổng TTĐT, các Vụ, Cục;", "- Lưu: VT (2). 70"],
        ["VPCP: BTCN, các PCN, Trợ lý TTg, TGĐ Cổng TTĐT, các Vụ, Cục", "Lưu: VT (2). 70"]
      ),
      (["- Như trên,", "- Lưu Văn phòng.", "ABC-268"], ["Như trên", "Lưu Văn phòng"]),
      (["- Như trên;", "- Lưu: VT, TH", "PL.(300)"], ["Như trên", "Lưu: VT, TH"]),
      (["- Lưu: VT,", "TCT (HC, NV3)"], ["Lưu: VT, TCT (HC, NV3)"]),
      (["- Ban Chỉ đạo", "35"], ["Ban Chỉ đạo 35"]),
      // no dashes
      (
        ["Nơi nhận:", "Như trên", "Sở Tài chính", "Lưu VT"], ["Như trên", "Sở Tài chính", "Lưu VT"]
      ),
      (
        ["Nơi nhận :", "Như điều 2", "Sở TC, KBNN ( b/c).", "-  Lưu VT , Tài chính ,VP."],
        ["Như điều 2", "Sở TC, KBNN ( b/c)", "Lưu VT , Tài chính ,VP"]
      ),
      (
        ["Nơi nhận:", "UBKT Đảng ủy xã,", "Cấp ủy chi bộ,", "các tổ đảng."],
        ["UBKT Đảng ủy xã", "Cấp ủy chi bộ, các tổ đảng"]
      ),
      (["- Như trên;", "Lưu: VT."], ["Như trên", "Lưu: VT"]),
      (["- Như trên", "Lưu: VT."], ["Như trên", "Lưu: VT"]),
      // several items in one line
      (["Nơi nhận: - Như trên; - Sở Nội vụ; - Lưu VT."], ["Như trên", "Sở Nội vụ", "Lưu VT"]),
      (["Nơi nhận: Như trên; Sở Nội vụ; Lưu VT."], ["Như trên", "Sở Nội vụ", "Lưu VT"]),
      (["Nơi nhận:\n- Như trên;\n- Lưu VT."], ["Như trên", "Lưu VT"]),
      (["- Như trên,     - Sở Nội vụ,     - Lưu VT"], ["Như trên", "Sở Nội vụ", "Lưu VT"]),
      (["- Như trên. - Lưu VT-TH."], ["Như trên", "Lưu VT-TH"]),
      // addressees
      (["Kính gửi: Bộ Tài chính"], ["Bộ Tài chính"]),
      (["Kính gởi: Phòng Nội vụ huyện"], ["Phòng Nội vụ huyện"]),
      (
        ["Kính gửi:", "- Các sở, ban, ngành tỉnh;", "- Ủy ban nhân dân các huyện, thị xã."],
        ["Các sở, ban, ngành tỉnh", "Ủy ban nhân dân các huyện, thị xã"]
      ),
      (["Kính trình: Ban Thường vụ Huyện ủy"], ["Ban Thường vụ Huyện ủy"]),
      (["Kính gửi: Bộ Tài chính; Bộ Nội vụ."], ["Bộ Tài chính", "Bộ Nội vụ"]),
      (["Kính gửi", "Ông Giám đốc Sở"], ["Ông Giám đốc Sở"]),
      (["KÍNH GỬI: HUYỆN ỦY"], ["HUYỆN ỦY"]),
      (["Kính gửi:   - Bộ Tài chính;", "- Bộ Nội vụ."], ["Bộ Tài chính", "Bộ Nội vụ"]),
      // as offices write them
      (
        [
          "Nơi nhận:", "- Như Điều 3;", "- Ban Thường vụ Tỉnh ủy (để báo cáo);", "- Lưu: VT, KTTH.",
        ], ["Như Điều 3", "Ban Thường vụ Tỉnh ủy (để báo cáo)", "Lưu: VT, KTTH"]
      ),
      (
        ["Nơi nhận:", "- Thường trực Huyện ủy,", "- Các chi bộ trực thuộc,", "- Lưu VPHU."],
        ["Thường trực Huyện ủy", "Các chi bộ trực thuộc", "Lưu VPHU"]
      ),
      (
        ["- Như trên;", "- CT, các PCT UBND huyện;", "- Lưu: VT."],
        ["Như trên", "CT, các PCT UBND huyện", "Lưu: VT"]
      ),
      (["- TT. Tỉnh ủy, TT. HĐND tỉnh;", "- Lưu VT."], ["TT. Tỉnh ủy, TT. HĐND tỉnh", "Lưu VT"]),
      (["- Các đ/c Tỉnh ủy viên;", "- Lưu VT."], ["Các đ/c Tỉnh ủy viên", "Lưu VT"]),
      (
        ["- Như Điều 4;", "- Cục Kiểm tra văn bản - Bộ Tư pháp;", "- Lưu: VT."],
        ["Như Điều 4", "Cục Kiểm tra văn bản - Bộ Tư pháp", "Lưu: VT"]
      ),
      (
        ["Nơi nhận:", "- Mặt trận Tổ quốc và các đoàn thể,", "- Các ấp 1, 2, 3;", "- Lưu VT."],
        ["Mặt trận Tổ quốc và các đoàn thể", "Các ấp 1, 2, 3", "Lưu VT"]
      ),
      (["- Website Đảng bộ huyện;", "- Lưu VT."], ["Website Đảng bộ huyện", "Lưu VT"]),
      (["- Ban Chấp hành (12 đ/c);"], ["Ban Chấp hành (12 đ/c)"]),
      (
        ["- Đảng ủy viên phụ trách;", "- 14 chi bộ trực thuộc;", "- Lưu."],
        ["Đảng ủy viên phụ trách", "14 chi bộ trực thuộc", "Lưu"]
      ),
      (["+ Đảng ủy xã (b/c);", "+ Lưu VT."], ["Đảng ủy xã (b/c)", "Lưu VT"]),
      (
        ["Nơi nhận:", "- Như kính gửi;", "- Lưu: VT, NN(3b)."], ["Như kính gửi", "Lưu: VT, NN(3b)"]
      ),
      (
        ["- Như trên; - Phòng Tài chính - Kế hoạch; - Lưu VT."],
        ["Như trên", "Phòng Tài chính - Kế hoạch", "Lưu VT"]
      ),
      (["Kính gửi: Đảng ủy các xã, thị trấn."], ["Đảng ủy các xã, thị trấn"]),
      (
        ["Kính gửi:", "- Sở Kế hoạch và Đầu tư;", "- Sở Tài chính."],
        ["Sở Kế hoạch và Đầu tư", "Sở Tài chính"]
      ),
      (["Kính gửi: Các đồng chí Bí thư chi bộ."], ["Các đồng chí Bí thư chi bộ"]),
      (["Kính gửi: Ông Lê Văn Tám, Trưởng ấp 5."], ["Ông Lê Văn Tám, Trưởng ấp 5"]),
      (
        ["Kính gửi: Ban Thường vụ Tỉnh ủy;", "Ban Tổ chức Tỉnh ủy."],
        ["Ban Thường vụ Tỉnh ủy", "Ban Tổ chức Tỉnh ủy"]
      ),
      // bullets whose font was lost
      (
        ["Nơi nhận:", "Ø Như trên;", "ü Sở Nội vụ;", "v Lưu VP."],
        ["Như trên", "Sở Nội vụ", "Lưu VP"]
      ),
      (["Ømega An Hòa;", "V Lưu VP."], ["Ømega An Hòa", "V Lưu VP"]),
      // marks that part nothing
      (["- Phòng Văn hóa - Thông tin;"], ["Phòng Văn hóa - Thông tin"]),
      (
        ["- Thường trực HĐND; UBND tỉnh;", "- Lưu VT."], ["Thường trực HĐND; UBND tỉnh", "Lưu VT"]
      ),
      (["- Các chi bộ (để thực hiện; báo cáo);"], ["Các chi bộ (để thực hiện; báo cáo)"]),
      (["- Lưu: VT, KT (A-05)."], ["Lưu: VT, KT (A-05)"]),
      (["- Lưu: VT, TH-NC./."], ["Lưu: VT, TH-NC"]),
      (
        ["- Cơ quan của các tổ chức chính trị - xã hội;"],
        ["Cơ quan của các tổ chức chính trị - xã hội"]
      ),
    ] as [([String], [String])])
  func `items are told apart`(_ lines: [String], _ names: [String]) {
    #expect(BodyList(lines, in: .standard).names == names)
  }

  @Test(arguments: [
    [], [""], ["Nơi nhận:"], ["Kính gửi :..................."], ["Nơi nhận:", "-", "- ;"], ["- …"],
    ["Kính gửi: ……………………"],
  ])
  func `blank lists have no items`(_ lines: [String]) {
    #expect(BodyList(lines, in: .standard).names == [])
  }
}
