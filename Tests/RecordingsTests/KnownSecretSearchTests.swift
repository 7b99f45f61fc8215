import Foundation
import Recordings
import Testing

/// A known secret is found in every form in which software writes what it got.
@Suite("Search for known secrets")
struct KnownSecretSearchTests {
    private static let secrets = [
        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "FwoGZXIvYXdzEXAMPLETOKEN//////////wEaDE==",
        "plainLettersOnly0123", "with-dash_and_underscore-0", "quote\"back\\slash and blank",
    ]

    private static func finds(_ search: KnownSecretSearch, _ text: String) -> Bool {
        search.finds(in: Array(text.utf8).span)
    }

    private static func base64(_ text: String, behind count: Int) -> String {
        Data((String(repeating: "#", count: count) + text + "after").utf8).base64EncodedString()
    }

    private static func percent(_ text: String, _ upper: Bool) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            if scalar.properties.isAlphabetic || (0x30...0x39).contains(byte) { return String(scalar) }
            let digits = String(byte, radix: 16)
            return "%" + (digits.count == 1 ? "0" : "") + (upper ? digits.uppercased() : digits)
        }.joined()
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("/", with: "\\/")
            .replacing("+", with: "\\u002b")
    }

    private static func hexadecimal(_ text: String, _ upper: Bool) -> String {
        text.utf8.map { byte in
            let digits = String(byte, radix: 16)
            return (digits.count == 1 ? "0" : "") + (upper ? digits.uppercased() : digits)
        }.joined()
    }

    private static func hexadecimal(of byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    private static func bytes(_ text: String) -> [String] { text.utf8.map { hexadecimal(of: $0) } }

    private static func wide(_ text: String, _ encoding: String.Encoding) -> Data {
        text.data(using: encoding) ?? Data()
    }

    private static func octal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 8)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }

    private static func named(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("/", with: "&sol;").replacing("+", with: "&plus;")
            .replacing("=", with: "&equals;").replacing("\"", with: "&quot;").replacing("_", with: "&lowbar;")
    }

    /// Base32 of a text by its bits.
    private static func base32(_ text: String, behind count: Int) -> String {
        let bits = (String(repeating: "#", count: count) + text + "after").utf8.map { byte in
            String(String(UInt16(byte) + 256, radix: 2).dropFirst())
        }.joined()
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        return stride(from: 0, to: bits.count - 4, by: 5).map { start in
            let group = bits.dropFirst(start).prefix(5)
            return String(alphabet[Int(group, radix: 2) ?? 0])
        }.joined()
    }

    private static func wrapped(_ text: String, _ separator: String, every count: Int = 19) -> String {
        var lines: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            lines.append(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return lines.joined(separator: separator)
    }

    private static let forms: [(name: String, make: @Sendable (String) -> String)] = [
        ("plain", { $0 }), ("percent", { percent($0, true) }), ("percent small", { percent($0, false) }),
        ("percent twice", { percent(percent($0, true), true) }), ("JSON", escaped),
        ("JSON twice", { escaped(escaped($0)) }),
        ("hexadecimal", { hexadecimal($0, false) }), ("hexadecimal large", { hexadecimal($0, true) }),
        ("base64", { base64($0, behind: 0) }), ("base64 behind 1", { base64($0, behind: 1) }),
        ("base64 behind 2", { base64($0, behind: 2) }), ("base64 behind 3", { base64($0, behind: 3) }),
        ("base64 URL", { base64($0, behind: 1).replacing("+", with: "-").replacing("/", with: "_") }),
        ("base64 percent", { percent(base64($0, behind: 2), true) }), ("capitals", { $0.uppercased() }),
        ("base64 twice", { Data(base64($0, behind: 0).utf8).base64EncodedString() }),
        ("base64 twice, in the middle", { Data("#\(base64($0, behind: 1))".utf8).base64EncodedString() }),
        ("base64 of UTF-16", { wide($0, .utf16LittleEndian).base64EncodedString() }),
        ("base64 of UTF-16, big end first", { wide($0, .utf16BigEndian).base64EncodedString() }),
        ("hexadecimal of UTF-16", { wide($0, .utf16LittleEndian).map { hexadecimal(of: $0) }.joined() }),
        ("hexadecimal with colons", { bytes($0).joined(separator: ":") }),
        ("hexadecimal with colons, large", { bytes($0).joined(separator: ":").uppercased() }),
        ("hexadecimal with hyphens", { bytes($0).joined(separator: "-") }),
        ("a list of C", { bytes($0).map { "0x" + $0 }.joined(separator: ", ") }),
        ("a list of Python", { "\(Array($0.utf8))" }),
        ("a list of Go", { $0.utf8.map(String.init).joined(separator: " ") }),
        ("escapes of C", { bytes($0).map { "\\x" + $0 }.joined() }),
        ("escapes of C in JSON", { bytes($0).map { "\\\\x" + $0 }.joined() }),
        ("octal escapes", { $0.utf8.map { "\\" + octal($0) }.joined() }),
        ("octal escapes in JSON", { $0.utf8.map { "\\\\" + octal($0) }.joined() }),
        ("entities", { $0.utf8.map { "&#\($0);" }.joined() }),
        ("entities in hexadecimal", { bytes($0).map { "&#x" + $0 + ";" }.joined() }),
        ("entities twice", { $0.utf8.map { "&amp;#\($0);" }.joined() }),
        ("named entities", { named($0) }),
        ("base32", { base32($0, behind: 0) }), ("base32 behind 3", { base32($0, behind: 3) }),
    ]

    @Test(arguments: secrets.indices, forms.indices)
    func everyFormIsFound(_ secret: Int, _ form: Int) {
        let text = Self.forms[form].make(Self.secrets[secret])
        let search = KnownSecretSearch(Self.secrets)
        // A writer breaks lines between characters, not inside an escape.
        let isBreakable = !["%", "\\", "&", ":", ","].contains { text.contains($0) }
        let breaks = isBreakable ? ["\n", "\r\n  ", "\\n", "%0A"] : []
        for whole in [text] + breaks.map({ Self.wrapped(text, $0) }) {
            #expect(Self.finds(search, "before \(whole) after"), "\(Self.forms[form].name): \(whole)")
            let masked = search.masked("before '\(whole)' after", with: "***")
            #expect(masked.hasPrefix("before '") && masked.hasSuffix("' after") && masked.contains("***"), "\(masked)")
            // Of base64 the characters at either end may stay, which the secret shares with its neighbours.
            #expect(masked.count < "before '***' after".count + 24, "\(masked)")
        }
    }

    /// Whoever quotes a long value cuts it, at its end or on both sides.
    @Test(arguments: forms.indices)
    func piecesAreFound(_ form: Int) {
        let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
        let text = Self.forms[form].make(secret)
        let search = KnownSecretSearch([secret])
        // As much as six characters for each byte, and sixteen bytes in either form.
        for cut in stride(from: 1, through: text.count / 3, by: 1) {
            #expect(Self.finds(search, "'\(text.dropLast(cut))'"), "\(Self.forms[form].name) without its last \(cut)")
            let piece = text.dropFirst(cut)
            #expect(piece.count < text.count / 2 || Self.finds(search, "'\(piece)'"), "\(piece)")
        }
        for count in (text.count / 3)..<text.count {
            let beginning = text.prefix(count)
            #expect(Self.finds(search, "'\(beginning)\u{2026}'"), "\(Self.forms[form].name): \(beginning)")
        }
        #expect(search.masked("a 'wJalrXUtnFE\u{2026}' b", with: "*") == "a '*\u{2026}' b")
    }

    @Test func allAreMaskedAndTheRestStays() {
        let search = KnownSecretSearch(Self.secrets)
        let text = "é " + Self.secrets.joined(separator: " … ") + " \\ % %zz %2 \\u00 end"
        #expect(search.masked(text, with: "*") == "é * … * … * … * … * \\ % %zz %2 \\u00 end")
    }

    @Test func whatIsNoSecretStays() {
        let search = KnownSecretSearch(Self.secrets + ["short", ""])
        for text in [
            "", "short", "wJalrXUtnFEMI/K", "FwoGZXIvYXdzEXAMP", "FwoGZXIvYXdz...", "%", "\\",
            String(repeating: "\\", count: 5),
        ] {
            #expect(search.masked(text) == text)
        }
        #expect(KnownSecretSearch([]).masked("x") == "x")
    }

    /// A run of what begins an escape is read once, not once for each of its places.
    @Test(.timeLimit(.minutes(10)), arguments: ["\\", "%", "%25", "%2", "\\u00", " ", "&", "&amp;", "&#0", "\\x"])
    func longRunsCostTheirLength(_ piece: String) {
        let text = String(repeating: piece, count: 300_000)
        #expect(!Self.finds(KnownSecretSearch(Self.secrets), text))
    }
}
