import JSONText
import Recordings
import WireText

extension StoredContent {
    /// The body of a request.
    ///
    /// - Parameters:
    ///   - postData: the member of that name; base64 is marked as HAR 1.3 proposes, or by a member of the writer's own.
    ///   - size: the member `bodySize`; -1 and nil mean that it is not known.
    init(postData: JSONCursor?, size: Double?) throws(JSONShapeError) {
        let ownCoding = try postData?.present("_encoding")
        let coding = try postData?.present("encoding") ?? ownCoding
        if let file = try postData?.present("_file")?.string() {
            self = Self.inFile(file)
        } else if let postData, let text = try postData.present("text") {
            self = try Self.stored(text, coding: coding?.string())
        } else if let postData, let params = try postData.present("params")?.array(), !params.isEmpty {
            self = .lost("only the form's fields were stored")
        } else if let size, size > 0 {
            self = .lost("\(Int(exactly: size).map(String.init) ?? "its") bytes were not stored")
        } else {
            self = .none
        }
    }

    /// The body of a response.
    ///
    /// - Parameters:
    ///   - content: the member of that name.
    ///   - headers: those of the response.
    init(content: JSONCursor?, _ headers: [HeaderField]) throws(JSONShapeError) {
        // An event stream is not text.
        let isStream = StoredBody.isEventStream(headers)
        guard let content else {
            self = .none
            return
        }
        let size = try content.present("size")?.optionalNumber()
        guard let text = try content.present("text") else {
            let file = try content.present("_file")?.string()
            // -1 is a size that is not known: an answer of the service is never known to be empty by that.
            let isKept = size == nil || size == 0
            self = file.map(Self.inFile) ?? (isKept ? .none : .lost("the tool did not store it"))
            return
        }
        var coding = try content.present("encoding")?.string()
        // Polly.JS before 6 marks hexadecimal digits with a member of its own.
        if coding == nil, try content.present("_isBinary")?.bool() == true { coding = "hex" }
        // The first versions mark nothing: a body that came compressed is a list of its chunks, which no JSON of an answer is.
        if coding == nil, headers.text(of: "content-encoding") != nil, Self.isListOfChunks(try text.string()) {
            coding = "hex"
        }
        guard isStream, coding == nil || coding == "" else {
            self = try Self.stored(text, coding: coding)
            return
        }
        self = Self.binary(try text.string())
    }

    /// A body that Playwright has attached.
    private static func inFile(_ name: String) -> StoredContent { .lost("it is in another file, \(name)") }

    /// Text in UTF-8, or base64 or hexadecimal digits where the coding says so.
    private static func stored(_ cursor: JSONCursor, coding: String?) throws(JSONShapeError) -> StoredContent {
        let text = try cursor.string()
        switch coding?.lowercased() {
        case nil, "", "utf-8", "utf8", "identity", "none": return .text(text)
        case "base64":
            guard let bytes = chunks(of: text, base64) else {
                throw cursor.fault(expected: "base64, as its \"encoding\" says", found: "something else")
            }
            return .whole(bytes)
        case "hex":
            // What calls itself binary only has been base64 in other versions.
            guard let bytes = chunks(of: text, hexadecimal) ?? chunks(of: text, base64) else {
                throw cursor.fault(expected: "hexadecimal digits, as the body is binary", found: "something else")
            }
            return .whole(bytes)
        case let other?: return .lost("its encoding \"\(other)\" is not known")
        }
    }

    /// The bytes of a text; Polly.JS writes a body that is compressed as a JSON list in it, with an element for each chunk.
    private static func chunks(of text: String, _ decode: (String) -> [UInt8]?) -> [UInt8]? {
        guard text.utf8.first == UInt8(ascii: "["), let list = try? JSONValue(parsing: text).arrayValue else {
            return decode(text)
        }
        var bytes: [UInt8] = []
        for element in list {
            guard let chunk = element.stringValue.flatMap(decode) else { return nil }
            bytes += chunk
        }
        return bytes
    }

    private static func isListOfChunks(_ text: String) -> Bool {
        text.utf8.first == UInt8(ascii: "[") && chunks(of: text, hexadecimal)?.isEmpty == false
    }

    private static func base64(_ text: String) -> [UInt8]? { JSONCursor.bytes(ofBase64: text) }

    private static func hexadecimal(_ text: String) -> [UInt8]? { Hexadecimal.decode(text.utf8.span) }

    /// Bytes that were written as text: one character a byte, or read as UTF-8, which loses those that are none.
    private static func binary(_ text: String) -> StoredContent {
        if text.isEmpty { return .none }
        let scalars = text.unicodeScalars
        if scalars.contains("\u{FFFD}") {
            return .lost("it is binary and was stored as text, so that bytes are missing from it")
        }
        if scalars.allSatisfy({ $0.value < 256 }) { return .bytes(scalars.map { UInt8($0.value) }) }
        return .bytes(Array(text.utf8))
    }
}
