import Codes
import SigV4
import WireText

/// What becomes of a secret on its way from where AWS showed it to the signer.
enum SecretForms {
    struct Form {
        let bytes: [UInt8]
        let cause: FindingCode
        /// What happened, without a byte of the secret.
        let words: String
        var reach = Mistake.Reach.triples
    }

    /// Every changed form of a secret, the likely ones first.
    static func all(_ secret: [UInt8]) -> [Form] {
        guard !secret.isEmpty else { return [] }
        var seen: Set<[UInt8]> = [secret]
        return (around(secret) + trimmed(secret) + SecretSpelling.all(secret) + cut(secret))
            .filter { seen.insert($0.bytes).inserted }
    }

    /// What is left around a secret that was copied, quoted or read with its line: before it, behind it, in words.
    ///
    /// Line ends and blanks: boto/boto#3066, aws-actions/configure-aws-credentials#50, aws/aws-sdk-js#86,
    /// postmanlabs/postman-app-support#7882, RhinoSecurityLabs/pacu#137, offen/docker-volume-backup#581. Quotes: `docker run
    /// --env-file` keeps them, and a string inside JSON escapes them. Names: the line of a file that went whole into a store
    /// of secrets, which `AssignmentInValue` of `doctor env` finds, too. `AWS4`: the first step of the key's derivation (AWS's
    /// "Create a signed AWS API request", step 4), done twice.
    private static let surroundings: [(before: String, behind: String, words: String)] = [
        ("", "\n", "a line feed at its end"), ("", "\r", "a carriage return at its end"),
        ("", "\r\n", "CR LF at its end"), ("", " ", "a blank at its end"), (" ", "", "a blank before it"),
        (" ", " ", "blanks around it"), ("\"", "\"", "double quotes around it"), ("'", "'", "single quotes around it"),
        ("\t", "", "a tab before it"), ("", "\t", "a tab at its end"), ("\n", "", "a line feed before it"),
        ("\\\"", "\\\"", "escaped double quotes around it"),
        ("AWS_SECRET_ACCESS_KEY=", "", "the name of its variable before it"),
        ("aws_secret_access_key=", "", "its name in the file before it"),
        ("aws_secret_access_key = ", "", "its name in the file before it, with blanks"),
        ("export AWS_SECRET_ACCESS_KEY=", "", "the whole export before it"),
        ("AWS4", "", "'AWS4' before it already"),
    ]

    /// The secret with something around it.
    static func around(_ secret: [UInt8]) -> [Form] {
        surroundings.enumerated().map { index, text in
            Form(
                bytes: Array(text.before.utf8) + secret + Array(text.behind.utf8), cause: .keyWhitespace,
                words: text.words, reach: index < 11 ? .triples : .pairs)
        }
    }

    private static func trimmed(_ secret: [UInt8]) -> [Form] {
        guard let first = secret.firstIndex(where: { !$0.isWhitespace }),
            let last = secret.lastIndex(where: { !$0.isWhitespace })
        else { return [] }
        return [Form(bytes: Array(secret[first...last]), cause: .keyWhitespace, words: "the blanks around it trimmed")]
    }

    /// Cut at a character that some loaders stop at, or anywhere.
    private static func cut(_ secret: [UInt8]) -> [Form] {
        var forms: [Form] = []
        for byte in [UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "$")] {
            guard let place = secret.firstIndex(of: byte), let last = secret.lastIndex(of: byte) else { continue }
            let shown = String(UnicodeScalar(byte))
            forms += [
                Form(bytes: Array(secret[..<place]), cause: .keyCut, words: "it was cut at its first '\(shown)'"),
                Form(bytes: Array(secret[...place]), cause: .keyCut, words: "it was cut after its first '\(shown)'"),
                Form(bytes: Array(secret[..<last]), cause: .keyCut, words: "it was cut at its last '\(shown)'"),
                Form(
                    bytes: Array(secret[(place + 1)...]), cause: .keyCut,
                    words: "only what follows its first '\(shown)'"),
                Form(
                    bytes: Array(secret[(last + 1)...]), cause: .keyCut, words: "only what follows its last '\(shown)'",
                    reach: .pairs),
            ]
        }
        for count in (0..<min(secret.count, 256)).reversed() {
            let lost = secret.count - count
            forms.append(
                Form(
                    bytes: Array(secret.prefix(count)), cause: .keyCut, words: "only its first \(count) characters",
                    reach: lost < 4 ? .triples : lost <= 8 || count % 4 == 0 || count == 30 ? .pairs : .alone))
        }
        for count in 1..<max(min(secret.count, 48), 2) {
            forms.append(
                Form(
                    bytes: Array(secret.dropFirst(count)), cause: .keyCut,
                    words: "its first \(count) characters were lost",
                    reach: count < 5 || count % 10 == 0 ? .pairs : .alone))
        }
        for count in 1...4 where secret.count > 2 * count {
            forms.append(
                Form(
                    bytes: Array(secret.dropFirst(count).dropLast(count)), cause: .keyCut,
                    words: "its first and its last \(count == 1 ? "character" : "\(count) characters") were lost",
                    reach: .pairs))
        }
        return forms
    }
}
