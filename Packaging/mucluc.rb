# The formula for Homebrew; Scripts/package fills in version, checksum and address and writes it to dist/mucluc.rb.
class Mucluc < Formula
  desc "Task trees, JSON and CSV from Vietnamese programme documents"
  homepage "@HOMEPAGE@"
  url "@HOMEPAGE@/mucluc-@VERSION@.tar.gz"
  sha256 "@SHA256@"
  license "MIT"

  depends_on "pkgconf" => :build
  depends_on xcode: ["26.0", :build]
  depends_on "libxlsxwriter"
  depends_on "libzip"
  uses_from_macos "swift" => :build, since: :tahoe
  uses_from_macos "libxml2"

  def install
    arguments = OS.linux? ? ["--static-swift-stdlib"] : []
    system "swift", "build", "--disable-sandbox", "--configuration", "release", "--product", "mucluc", *arguments
    bin.install ".build/mucluc"
    generate_completions_from_executable(bin/"mucluc", "--generate-completion-script")
  end

  test do
    (testpath/"plan.txt").write <<~TEXT
      KẾ HOẠCH
      I. NHIỆM VỤ
      1. Mở 02 lớp bồi dưỡng trước ngày 15/5/2024.
    TEXT
    assert_match "2024-05-15", shell_output("#{bin}/mucluc convert plan.txt")
  end
end
