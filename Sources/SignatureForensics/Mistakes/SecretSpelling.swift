import Codes
import SigV4
import WireText

/// What becomes of the plus signs and slashes of a secret, and of its letters, in files, shells, forms and markup.
enum SecretSpelling {
    typealias Form = SecretForms.Form

    /// Every other spelling, the likely ones first.
    static func all(_ secret: [UInt8]) -> [Form] {
        whole(secret) + signs(secret) + letters(secret) + shell(secret) + path(secret)
    }

    /// How one convention writes a plus sign and a slash; nil where it leaves them.
    private struct Convention {
        let plus: String?
        let slash: String?
        let words: String
        var reach = Mistake.Reach.pairs
    }

    /// How encoders write the two signs.
    ///
    /// | language | where it is shown |
    /// | --- | --- |
    /// | URLs | aws/aws-cli#602 and #6751; small letters: `HttpUtility.UrlEncode` of .NET |
    /// | JSON | `json_encode` of PHP writes `\/`; .NET's System.Text.Json `\u002B`: dotnet/runtime#35281, in small letters dotnet/corefx#38543 |
    /// | HTML | `html/template` of Go writes `&#43;`, `HtmlEncoder` of .NET `&#x2B;`, mustache.js `&#x2F;` |
    private static let conventions: [Convention] = [
        Convention(plus: " ", slash: nil, words: "its + became a blank, as URL decoding does", reach: .triples),
        Convention(plus: nil, slash: "%2F", words: "its slashes became %2F", reach: .triples),
        Convention(plus: "%2B", slash: nil, words: "its + became %2B", reach: .triples),
        Convention(plus: "%2b", slash: nil, words: "its + became %2b"),
        Convention(plus: nil, slash: "%2f", words: "its slashes became %2f"),
        Convention(plus: nil, slash: "\\/", words: "its slashes became \\/, as JSON escapes them", reach: .triples),
        Convention(plus: "\\u002B", slash: nil, words: "its + became \\u002B, as in JSON"),
        Convention(plus: "\\u002b", slash: nil, words: "its + became \\u002b, as in JSON"),
        Convention(plus: "\\u002b", slash: "\\u002f", words: "its + and / became \\u002b and \\u002f, as in JSON"),
        Convention(plus: "&#43;", slash: nil, words: "its + became &#43;, as in HTML"),
        Convention(plus: "&#x2B;", slash: nil, words: "its + became &#x2B;, as in HTML"),
        Convention(plus: nil, slash: "&#x2F;", words: "its / became &#x2F;, as in HTML"),
        Convention(plus: "&#43;", slash: "&#x2F;", words: "its + and / became &#43; and &#x2F;, as in HTML"),
    ]

    private static func signs(_ secret: [UInt8]) -> [Form] {
        conventions.map { convention in
            Form(
                bytes: written(secret, convention.plus, convention.slash), cause: .keyDecoded, words: convention.words,
                reach: convention.reach)
        }
    }

    private static func written(_ secret: [UInt8], _ plus: String?, _ slash: String?) -> [UInt8] {
        secret.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "+"): plus.map { Array($0.utf8) } ?? [byte]
            case UInt8(ascii: "/"): slash.map { Array($0.utf8) } ?? [byte]
            default: [byte]
            }
        }
    }

    /// The whole secret encoded, decoded or unescaped by one rule.
    private static func whole(_ secret: [UInt8]) -> [Form] {
        let encoded = EscapeAlphabet.sigV4.encoded(secret, keepsSlash: false)
        func form(_ bytes: [UInt8], _ words: String, _ reach: Mistake.Reach = .triples) -> Form {
            Form(bytes: bytes, cause: .keyDecoded, words: words, reach: reach)
        }
        var forms = [
            form(encoded, "it was percent-encoded"),
            form(
                EscapeAlphabet.sigV4.encoded(secret, keepsSlash: true), "it was percent-encoded but for its slashes"),
            form(
                EscapeAlphabet.lowerHex.encoded(secret, keepsSlash: false), "it was percent-encoded, in small letters"),
            form(Escape.decoded(secret), "it was percent-decoded"),
            form(secret.replacing(Array("\\/".utf8), with: Array("/".utf8)), "its \\/ became /"),
            form(secret.map { $0 == 0x20 ? UInt8(ascii: "+") : $0 }, "its blanks became +"),
            form(secret.filter { $0 != UInt8(ascii: "\\") }, "its backslashes were lost", .pairs),
            form(
                EscapeAlphabet.sigV4.encoded(encoded, keepsSlash: false), "it was percent-encoded twice", .pairs),
            form(secret.replacing(Array("=".utf8), with: Array("%3D".utf8)), "its = became %3D", .pairs),
            form(Base64.encode(secret), "it was encoded in base64", .pairs),
            form(Base64.encode(secret + [0x0A]), "it was encoded in base64 with a line feed", .pairs),
            form(JSONTree.quoted(secret), "it was written as a JSON string", .pairs),
        ]
        if let plain = try? Base64.decode(secret.span, allowing: [.padding, .urlAlphabet, .unusedBits]) {
            forms.append(form(plain, "it was decoded as base64", .pairs))
        }
        return forms
    }

    private static func letters(_ secret: [UInt8]) -> [Form] {
        [
            (secret.map(\.asciiLowercased), "it was made lower-case"),
            (secret.map { $0.isLowercaseLetter ? $0 & ~0x20 : $0 }, "it was made upper-case"),
        ].map { Form(bytes: $0, cause: .keyDecoded, words: $1, reach: .pairs) }
    }

    /// A shell takes `$NAME` for a variable.
    private static func shell(_ secret: [UInt8]) -> [Form] {
        guard let dollar = secret.firstIndex(of: UInt8(ascii: "$")) else { return [] }
        return [
            Form(bytes: Array(secret[..<dollar]), cause: .keyDecoded, words: "a shell expanded its $", reach: .pairs)
        ]
    }

    /// Git for Windows makes a path of an argument that begins with a slash: aws-actions/configure-aws-credentials#528.
    private static func path(_ secret: [UInt8]) -> [Form] {
        guard secret.first == UInt8(ascii: "/") else { return [] }
        return [
            Form(
                bytes: Array("C:/Program Files/Git".utf8) + secret, cause: .keyDecoded,
                words: "Git for Windows took its first / for a path", reach: .pairs)
        ]
    }
}
