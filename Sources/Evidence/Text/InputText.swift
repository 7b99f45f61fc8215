/// An input as a text in lines, whatever terminal, shell or collector it came through.
struct InputText: Sendable {
    let name: String

    /// The text without terminal colours; line breaks are as they were.
    let bytes: [UInt8]
    let lines: InputLines

    /// The marks of fences that stood in lines which are empty now, by the lines' numbers: a report's blocks are told by them.
    let fences: [Int: ByteText]

    /// A report has no more lines.
    static let fenceLimit = 4_000

    /// More than this is a dump of something else, and would only be read in vain.
    static let limit = 256 << 20

    /// Makes text of an input's bytes.
    ///
    /// - Throws: ``InputFault`` when it is empty, too large, compressed or no text.
    init(_ content: InputContent, name: String) throws(InputFault) {
        let raw = content.bytes
        guard raw.count <= Self.limit else {
            throw InputFault(name, "has \(raw.count) bytes, more than the \(Self.limit >> 20) MB that are read")
        }
        let decoded = UTF16Text.decoded(raw) ?? raw
        if decoded.starts(with: [0x1F, 0x8B]) {
            throw InputFault(name, "is compressed with gzip: give it unpacked, as gunzip -c does")
        }
        let zero = decoded.firstIndex(of: 0)
        guard let text = zero == nil ? decoded : ZeroBytes.text(decoded) else {
            throw InputFault(
                name,
                "is not text: byte \(zero ?? 0) is zero; expected an error message, an HTTP exchange or a debug log")
        }
        // Where zeros were kept there are bodies of bytes, in which an escape is not a colour.
        let plain = text.contains(0) ? text : TerminalText.plain(text)
        let shown = EncodedText.decoded(plain) ?? plain
        guard !shown[...].trimmed.isEmpty else {
            throw InputFault(name, "is empty; expected an error message, an HTTP exchange or a debug log")
        }
        self.name = name
        let whole = InputLines(shown, numbers: content.numbers)
        guard let inner = LogLayers.removed(from: whole) else {
            bytes = shown
            lines = whole
            fences = [:]
            return
        }
        bytes = inner.bytes
        lines = InputLines(inner.bytes, numbers: inner.numbers)
        let marks = whole.prefix(Self.fenceLimit).filter { ReportLine.isMark($0.bytes) }
        fences = Dictionary(marks.map { ($0.number, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }

    /// Makes text of an input of which all is kept.
    init(_ raw: [UInt8], name: String) throws(InputFault) { try self.init(InputContent(raw), name: name) }

    /// A text that was cut out of another: it is taken as it is.
    init(message: [UInt8]) {
        name = ""
        bytes = message
        lines = InputLines(message)
        fences = [:]
    }
}
