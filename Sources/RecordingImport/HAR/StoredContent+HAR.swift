import JSONText
import Recordings
import WireText

/// A body as a HAR file has it.
package enum HARBody: Sendable, Hashable {
    /// There was none.
    case none
    /// Its bytes.
    case bytes([UInt8])
    /// There was one, but the file does not have it, or not all of its bytes, and why.
    case lost(String)

    /// The bytes that are known.
    package var bytes: [UInt8] {
        if case .bytes(let bytes) = self { bytes } else { [] }
    }

    /// The body of a request.
    ///
    /// - Parameters:
    ///   - postData: the member of that name; base64 is marked as HAR 1.3 proposes, or by a member of the writer's own.
    ///   - size: the member `bodySize`; -1 and nil mean that it is not known.
    init(postData: JSONCursor?, size: Double?) throws(JSONShapeError) {
        let ownCoding = try postData?.present("_encoding")
        let coding = try postData?.present("encoding") ?? ownCoding
        if let postData, let text = try postData.present("text") {
            self = try Self.stored(text, coding: coding)
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
    ///   - isStream: whether it is an event stream, which is not text.
    init(content: JSONCursor?, isStream: Bool) throws(JSONShapeError) {
        guard let content else {
            self = .none
            return
        }
        let size = try content.present("size")?.optionalNumber()
        guard let text = try content.present("text") else {
            self = (size ?? 0) > 0 ? .lost("the tool did not store it") : .none
            return
        }
        let coding = try content.present("encoding")
        let isBase64 = try coding?.string().lowercased() == "base64"
        guard isStream, !isBase64 else {
            self = try Self.stored(text, coding: coding)
            return
        }
        self = Self.binary(try text.string())
    }

    /// Text in UTF-8, or base64 where the coding says so.
    private static func stored(_ cursor: JSONCursor, coding: JSONCursor?) throws(JSONShapeError) -> HARBody {
        let text = try cursor.string()
        switch try coding?.string().lowercased() {
        case nil, "", "utf-8", "utf8", "identity", "none":
            return text.isEmpty ? .none : .bytes(Array(text.utf8))
        case "base64":
            // Some writers leave the padding out.
            let bare = text.prefix { $0 != "=" }
            let letters = bare.utf8.count { $0 > 0x20 }
            let padded = String(bare) + String(repeating: "=", count: (4 - letters % 4) % 4)
            guard let bytes = try? Base64.decode(padded.utf8.span, allowing: .whitespace) else {
                throw cursor.fault(expected: "base64, as its \"encoding\" says", found: "something else")
            }
            return bytes.isEmpty ? .none : .bytes(bytes)
        case let other?: return .lost("its encoding \"\(other)\" is not known")
        }
    }

    /// Bytes that were written as text: one character a byte, or read as UTF-8, which loses those that are none.
    private static func binary(_ text: String) -> HARBody {
        if text.isEmpty { return .none }
        let scalars = text.unicodeScalars
        if scalars.contains("\u{FFFD}") {
            return .lost("it is binary and was stored as text, so that bytes are missing from it")
        }
        if scalars.allSatisfy({ $0.value < 256 }) { return .bytes(scalars.map { UInt8($0.value) }) }
        return .bytes(Array(text.utf8))
    }
}
