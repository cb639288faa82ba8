extension HostileFile {
  /// Files of RTF and HTML, and web archives.
  public static let markup = richText + pages + archives

  private static let head =
    #"{\rtf1\ansi\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset128 Mincho;}}"#
    + #"{\*\listtable{\list{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}}\listid1}}"#
    + #"{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}"#

  /// RTF of which something repeats.
  private static let richText: [HostileFile] =
    [
      ("paragraphs", #"Việc\par "#), ("empty paragraphs", #"\par"#),
      ("items", #"\pard\ls1 Việc\par "#),
      ("items of no list", #"{\listtext 1.\tab}\pard\ls9 a\par "#), ("notes", #"a{\footnote b}"#),
      ("text boxes", #"{\shp{\*\shpinst{\shptxt a}}}"#),
      ("shape values", #"{\sp{\sn gtextUNICODE}{\sv a}}"#),
      ("fields", #"{\field{\*\fldinst REF a}{\fldrslt b}}"#),
      ("fields without result", #"{\field{\*\fldinst SYMBOL 65}}"#),
      ("headers", #"{\header a\par}"#),
      ("cells", #"\pard\intbl a\cell "#), ("rows", #"\trowd\cellx9\cellx99 a\cell b\cell\row "#),
      ("rows of one definition", #"\intbl a\cell\row "#),
      ("definitions of rows", #"\trowd\cellx9"#),
      ("edges", #"\cellx9"#), ("tables", #"\intbl a\cell\row\pard\par "#),
      ("nested rows", #"\intbl\itap2 a\nestcell{\*\nesttableprops\trowd\cellx9\nestrow}"#),
      ("Unicode letters", #"\u7879?"#), ("halves of letters", #"\u-10179?"#), ("bytes", #"\'e9"#),
      ("bytes of two", #"\f1\'93\'fa"#), ("bytes without meaning", #"\f1\'ff "#), ("groups", "{a}"),
      ("unknown groups", #"{\*\x a}"#), ("raw data", #"\bin1 x"#),
      ("raw data without end", #"\bin999999999 "#),
      ("formats", #"\b\i\ul\fs20 "#), ("changes of font", #"{\f1 a}{\f0 b}"#),
      ("page breaks", #"a\page "#),
      ("sections", #"a\sect\sectd "#), ("deleted paragraphs", #"{\deleted a\par}"#),
      ("hidden text", #"{\v a}"#),
      ("separators of styles", #"\spv a\par "#), ("labels", #"{\pntext 1.}"#),
      ("comments", #"{\*\annotation a}"#),
      ("objects", #"{\object{\*\objdata 00}{\result a}}"#),
      ("alternatives", #"{\upr{a}{\*\ud b}}"#),
      ("words without end", "\\" + String(repeating: "a", count: 100)), ("backslashes", #"\\"#),
      ("stars", #"\*"#), ("fonts", #"{\fonttbl{\f7 a;}}"#),
    ].map { name, piece in
      HostileFile(name: "rtf of many \(name)", type: "rtf") { count in
        Array((head + String(repeating: piece, count: count) + "}").utf8)
      }
    } + [
      // Three paragraphs each: more than are read.
      HostileFile(
        name: "rtf of many notes of paragraphs", type: "rtf", fullEnding: "read.limit paragraphs"
      ) { count in
        let notes = String(repeating: #"{\footnote a\par b}\par "#, count: count)
        return Array((head + notes + "}").utf8)
      },
      HostileFile(name: "rtf of many fonts at its head", type: "rtf") { count in
        let fonts = (0..<count).map { "{\\f\($0) F\($0);}" }.joined()
        return Array("{\\rtf1{\\fonttbl\(fonts)}a}".utf8)
      },
      HostileFile(name: "rtf of many styles", type: "rtf") { count in
        let styles = (0..<count).map { "{\\s\($0)\\sbasedon\($0 + 1) a;}" }.joined()
        return Array("{\\rtf1{\\stylesheet\(styles)}\\s1 a\\par}".utf8)
      },
      HostileFile(
        name: "rtf of many lists", type: "rtf",
        fullEnding: "read.limit definitions"
      ) { count in
        let lists = (0..<count).map { "{\\list{\\listlevel{\\leveltext\\'01a;}}\\listid\($0)}" }
          .joined()
        return Array("{\\rtf1{\\*\\listtable\(lists)}a}".utf8)
      },
      HostileFile(name: "rtf of a wide row that repeats", type: "rtf") { count in
        let edges = (1...200).map { "\\cellx\($0 * 10)" }.joined()
        return Array(
          ("{\\rtf1\\trowd\(edges)" + String(repeating: "\\intbl a\\cell\\row ", count: count) + "}")
            .utf8)
      },
      HostileFile(
        name: "rtf of groups in groups", ending: "read.limit elementDepth", type: "rtf"
      ) { count in Array(("{\\rtf1" + String(repeating: "{", count: count * 2)).utf8) },
      HostileFile(
        name: "rtf of fields in fields", ending: "read.limit elementDepth", type: "rtf"
      ) { count in
        Array(
          ("{\\rtf1" + String(repeating: "{\\field{\\fldrslt ", count: count)).utf8)
      },
      HostileFile(name: "rtf of notes in notes", ending: "read.limit nesting", type: "rtf") {
        count in
        Array(("{\\rtf1" + String(repeating: "{\\footnote a", count: count)).utf8)
      },
      HostileFile(name: "rtf of tables in tables", ending: "read.limit nesting", type: "rtf") {
        count in
        Array("{\\rtf1\\intbl\\itap\(count) a\\par}".utf8)
      },
      HostileFile(name: "rtf of passed groups in groups", type: "rtf") { count in
        Array(("{\\rtf1 a{\\*\\x" + String(repeating: "{", count: count * 100)).utf8)
      },
    ]

  /// Pages of which something repeats.
  private static let pages: [HostileFile] =
    [
      ("paragraphs", "<p>Việc"), ("breaks", "a<br>"), ("items", "<li>Việc"),
      ("lists", "<ol><li>a</ol>"),
      ("cells", "<td>a"), ("rows", "<tr><td>a"), ("tables", "<table><tr><td>a</table>"),
      ("spans", "<tr><td rowspan=9>a"), ("styles", "<style>p{color:red}</style>"),
      ("style attributes", "<p style='text-align:right'>a"), ("classes", "<p class='a b c'>a"),
      ("comments", "<!-- a -->"), ("conditions", "<![if a]>b<![endif]>"), ("declarations", "<!x>"),
      ("entities", "&eacute;&#7879;&amp;"), ("signs", "& < &x; "), ("end tags", "</i>"),
      ("end tags of blocks", "</p>a"), ("unknown tags", "<o:p>a</o:p>"),
      ("hidden text", "<i hidden>a</i>"),
      ("fonts", "<font face=a>b</font>"), ("open comments", "<!-- "), ("open tags", "<a "),
      ("scripts", "<script>a</script>"),
      (
        "notes",
        "<a style='mso-footnote-id:ftn1'>a</a><div style='mso-element:footnote' id=ftn1>b</div>"
      ),
      ("labels", "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>a</p>"),
    ].map { name, piece in
      HostileFile(name: "page of many \(name)", type: "html") { count in
        let table = piece.hasPrefix("<t") && !piece.hasPrefix("<table") ? "<table>" : ""
        return Array(("<html>\(table)" + String(repeating: piece, count: count)).utf8)
      }
    } + [
      HostileFile(name: "page of open elements", ending: "read.limit elementDepth", type: "html") {
        count in
        Array(("<html>" + String(repeating: "<b>", count: count * 10) + "a").utf8)
      },
      HostileFile(
        name: "page of open elements and end tags of others", type: "html",
        fullEnding: "read.limit elementDepth"
      ) { count in
        Array(
          ("<html>" + String(repeating: "<b>", count: count) + "a"
            + String(repeating: "</i>", count: count))
            .utf8)
      },
      HostileFile(name: "page of tables in tables", ending: "read.limit nesting", type: "html") {
        count in
        Array(("<html>" + String(repeating: "<table><tr><td>", count: count)).utf8)
      },
      HostileFile(
        name: "page of wide cells that reach down", type: "html", fullEnding: "read.limit cells"
      ) {
        count in
        let row = "<tr>" + String(repeating: "<td rowspan=65000>", count: 200)
        return Array(("<html><table>\(row)" + String(repeating: "<tr><td>a", count: count)).utf8)
      },
      HostileFile(name: "page of many rules", type: "html") { count in
        let rules = (0..<count).map { ".a\($0){font-family:b}" }.joined()
        return Array("<html><style>\(rules)</style><p class=a1>a".utf8)
      },
    ]

  /// Web archives of which something repeats.
  private static let archives: [HostileFile] = [
    HostileFile(name: "archive of many parts", type: "mht", fullEnding: "read.limit chunks") {
      count in
      let part = "--b\r\nContent-Type: text/html\r\n\r\n<p>a\r\n"
      return Array(
        ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
          + String(repeating: part, count: count * 9 / 10)).utf8)
    },
    HostileFile(name: "archive of many headers", ending: "read.not-text", type: "mht") { count in
      let header = "X-Header: \(String(repeating: "a", count: 100))\r\n"
      return Array(
        ("MIME-Version: 1.0\r\nContent-Type: text/html\r\n"
          + String(repeating: header, count: count)
          + "\r\n<p>a").utf8)
    },
    HostileFile(name: "archive of soft breaks", type: "mht") { count in
      Array(
        ("MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>"
          + String(repeating: "=C3=A1=\r\n", count: count)).utf8)
    },
  ]
}
