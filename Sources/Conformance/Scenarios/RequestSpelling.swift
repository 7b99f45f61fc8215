import JSONText
import WireText

/// Whether two texts say the same where more than one spelling is allowed.
enum RequestSpelling {
    /// The value of a header, by the grammar that its field has.
    static func isSame(_ left: String, _ right: String, of name: String) -> Bool {
        switch name.asciiLowercased {
        // The letters' case makes no difference, and a server passes over parameters that it has no use for (RFC 9110, section
        // 8.3.1; https://smithy.io/2.0/spec/http-bindings.html).
        case "content-type": mediaType(left) == mediaType(right)
        // The name of a scheme has no case; its credentials do (RFC 9110, section 11.1).
        case "authorization": credentials(left) == credentials(right)
        default: left == right
        }
    }

    private static func mediaType(_ value: String) -> String {
        String(value.prefix { $0 != ";" }.trimmedWhitespace()).asciiLowercased
    }

    private static func credentials(_ value: String) -> [String] {
        let parts = value.split(separator: " ", maxSplits: 1)
        return [String(parts.first ?? "").asciiLowercased, String(parts.dropFirst().first?.trimmedWhitespace() ?? "")]
    }

    /// A path, by what its escapes stand for (RFC 3986, sections 6.2.2.1 and 6.2.2.2).
    static func isSame(path left: String, _ right: String) -> Bool { normalised(left) == normalised(right) }

    /// The path with large letters in its escapes, and none for a character that needs none.
    private static func normalised(_ path: String) -> [UInt8] {
        let bytes = Array(path.utf8)
        var (normal, place): ([UInt8], Int) = ([], 0)
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[place + 1...place + 2], as: UTF8.self), radix: 16)
            else {
                normal.append(bytes[place])
                place += 1
                continue
            }
            let isUnreserved = value.isLetter || value.isDigit || "-._~".utf8.contains(value)
            normal +=
                isUnreserved
                ? [value] : Array(String(decoding: bytes[place...place + 2], as: UTF8.self).uppercased().utf8)
            place += 3
        }
        return normal
    }

    /// The type of an error: inside a stream its first letter is small.
    static func isSame(type left: String, _ right: String) -> Bool {
        left.prefix(1).lowercased() + left.dropFirst() == right.prefix(1).lowercased() + right.dropFirst()
    }
}
