/// The file format of a document.
///
/// Values that are not listed are kept as they came.
public struct DocumentFormat: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `pdf`.
    public static let pdf = Self(rawValue: "pdf")
    /// `csv`.
    public static let csv = Self(rawValue: "csv")
    /// `doc`.
    public static let doc = Self(rawValue: "doc")
    /// `docx`.
    public static let docx = Self(rawValue: "docx")
    /// `xls`.
    public static let xls = Self(rawValue: "xls")
    /// `xlsx`.
    public static let xlsx = Self(rawValue: "xlsx")
    /// `html`.
    public static let html = Self(rawValue: "html")
    /// `txt`.
    public static let txt = Self(rawValue: "txt")
    /// `md`.
    public static let md = Self(rawValue: "md")

    package static let knownValues: [Self] = [
        .pdf, .csv, .doc, .docx, .xls, .xlsx, .html, .txt, .md,
    ]
}
