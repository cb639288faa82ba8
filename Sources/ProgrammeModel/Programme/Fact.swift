/// Something a text says that other systems can use: a reference, a date, a quantity, a name.
public struct Fact: Hashable, Sendable {
  /// The words as they stand in the text; equal to the slice that `range` names.
  public var text: String

  /// Where they stand.
  public var range: TextRange

  /// What they mean.
  public var value: Value

  /// What a fact means, by kind.
  public enum Value: Hashable, Sendable {
    /// A document that is cited, such as *Kế hoạch số 139-KH/HU ngày 26/6/2023*.
    case reference(Reference)
    /// A date or period in EDTF (ISO 8601-2), such as `2023-11-20`, `2023-36`, `2021/2025`.
    case date(edtf: String)
    /// An amount with its unit, such as *12,5 tỷ đồng*.
    case quantity(Amount, unit: String)
    /// A body (cơ quan, tổ chức).
    case organization(Name)
    /// A place (địa danh).
    case place(Name)
    /// A campaign or movement (phong trào, cuộc vận động), usually in quotation marks.
    case campaign(Name)

    /// The kind of the fact.
    public var kind: FactKind {
      switch self {
      case .reference: .reference
      case .date: .date
      case .quantity: .quantity
      case .organization: .organization
      case .place: .place
      case .campaign: .campaign
      }
    }

    /// The name and what it is of, where the fact is one.
    public var name: Name? {
      switch self {
      case .organization(let name), .place(let name), .campaign(let name): name
      case .reference, .date, .quantity: nil
      }
    }

    /// The amount and its unit, where the fact has them.
    public var amount: (amount: Amount, unit: String)? {
      if case .quantity(let amount, let unit) = self { (amount, unit) } else { nil }
    }
  }

  /// Makes a fact.
  public init(text: String, range: TextRange, value: Value) {
    self.text = text
    self.range = range
    self.value = value
  }
}

/// A slice of a text, in Unicode code points, the end exclusive; `[start, end]` in JSON.
public struct TextRange: Hashable, Sendable, Codable {
  /// The first code point.
  public var start: Int

  /// The code point after the last.
  public var end: Int

  /// Makes a range.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Reads `[start, end]`.
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    start = try list.decode(Int.self)
    end = try list.decode(Int.self)
  }

  /// Writes `[start, end]`.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(start)
    try list.encode(end)
  }
}

/// A document that is cited (văn bản viện dẫn).
public struct Reference: Hashable, Sendable, Codable {
  /// The type word, such as `Kế hoạch`.
  public var type: String

  /// The code of the type word, such as `KH`, or `nil` where it has none.
  public var typeCode: String?

  /// Number and symbol as cited, such as `139-KH/HU`, or `nil` for a document without number.
  public var code: String?

  /// The number, such as `139`.
  public var number: String?

  /// The symbol, such as `KH/HU`.
  public var symbol: String?

  /// The date in EDTF.
  public var date: String?

  /// The body that issued it.
  public var issuer: String?

  /// For a document cited without number, its name with the type word.
  public var title: String?

  /// Makes a reference.
  public init(
    type: String, typeCode: String?, code: String? = nil, number: String? = nil,
    symbol: String? = nil, date: String? = nil, issuer: String? = nil, title: String? = nil
  ) {
    self.type = type
    self.typeCode = typeCode
    self.code = code
    self.number = number
    self.symbol = symbol
    self.date = date
    self.issuer = issuer
    self.title = title
  }
}

/// An amount: a number, or a form that is none, such as `16-18` or `27245/36864`.
public enum Amount: Hashable, Sendable, Codable {
  /// A number.
  case number(Double)
  /// A range or a ratio.
  case text(String)

  /// Reads a number or a string.
  public init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if let number = try? single.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try single.decode(String.self))
    }
  }

  /// Writes a number or a string.
  public func encode(to encoder: any Encoder) throws {
    var single = encoder.singleValueContainer()
    switch self {
    case .number(let number): try single.encode(number)
    case .text(let text): try single.encode(text)
    }
  }
}

/// A name and the kind of thing it names.
public struct Name: Hashable, Sendable, Codable {
  /// The name.
  public var name: String

  /// The kind, such as `Sở`, `xã`, `phong trào`.
  public var kind: String

  /// Makes a name.
  public init(name: String, kind: String) {
    self.name = name
    self.kind = kind
  }
}

extension Fact: Codable {
  private enum Key: String, CodingKey { case kind, text, range, value }
  private struct DateValue: Codable { var edtf: String }
  private struct QuantityValue: Codable {
    var amount: Amount
    var unit: String
  }

  /// The name of the fact's kind in the output.
  public var kind: String { value.kind.rawValue }

  /// Reads a fact, telling its value by `kind`.
  public init(from decoder: any Decoder) throws {
    let keyed = try decoder.container(keyedBy: Key.self)
    text = try keyed.decode(String.self, forKey: .text)
    range = try keyed.decode(TextRange.self, forKey: .range)
    let name = try keyed.decode(String.self, forKey: .kind)
    switch FactKind(rawValue: name) {
    case .reference: value = .reference(try keyed.decode(Reference.self, forKey: .value))
    case .date: value = .date(edtf: try keyed.decode(DateValue.self, forKey: .value).edtf)
    case .quantity:
      let quantity = try keyed.decode(QuantityValue.self, forKey: .value)
      value = .quantity(quantity.amount, unit: quantity.unit)
    case .organization: value = .organization(try keyed.decode(Name.self, forKey: .value))
    case .place: value = .place(try keyed.decode(Name.self, forKey: .value))
    case .campaign: value = .campaign(try keyed.decode(Name.self, forKey: .value))
    case nil:
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: keyed, debugDescription: "a fact is no \(name)")
    }
  }

  /// Writes the fact with its `kind`.
  public func encode(to encoder: any Encoder) throws {
    var keyed = encoder.container(keyedBy: Key.self)
    try keyed.encode(kind, forKey: .kind)
    try keyed.encode(text, forKey: .text)
    try keyed.encode(range, forKey: .range)
    switch value {
    case .reference(let reference): try keyed.encode(reference, forKey: .value)
    case .date(let edtf): try keyed.encode(DateValue(edtf: edtf), forKey: .value)
    case .quantity(let amount, let unit):
      try keyed.encode(QuantityValue(amount: amount, unit: unit), forKey: .value)
    case .organization(let name), .place(let name), .campaign(let name):
      try keyed.encode(name, forKey: .value)
    }
  }
}
