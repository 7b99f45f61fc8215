import SigV4

/// What becomes of a secret on its way from where AWS showed it to the signer.
enum SecretForms {
    struct Form {
        let bytes: [UInt8]
        let cause: SignatureCause
        /// What happened, without a byte of the secret.
        let words: String
        var reach = Mistake.Reach.triples
    }

    /// Every changed form of a secret, the likely ones first.
    static func all(_ secret: [UInt8]) -> [Form] {
        guard !secret.isEmpty else { return [] }
        var seen: Set<[UInt8]> = [secret]
        return (around(secret) + trimmed(secret) + decoded(secret) + cut(secret)).filter {
            seen.insert($0.bytes).inserted
        }
    }

    private static func around(_ secret: [UInt8]) -> [Form] {
        let pairs: [(String, String, String)] = [
            ("", "\n", "a line feed at its end"), ("", "\r", "a carriage return at its end"),
            ("", "\r\n", "CR LF at its end"), ("", " ", "a blank at its end"), (" ", "", "a blank before it"),
            (" ", " ", "blanks around it"), ("\"", "\"", "double quotes around it"),
            ("'", "'", "single quotes around it"),
            ("\t", "", "a tab before it"), ("", "\t", "a tab at its end"), ("", "\n\n", "two line feeds at its end"),
            ("", "  ", "two blanks at its end"), ("`", "`", "backquotes around it"),
            ("\"", "", "a double quote before it"),
            ("", "\"", "a double quote at its end"), ("'", "", "a single quote before it"),
            ("", "'", "a single quote at its end"), ("\u{FEFF}", "", "a byte order mark before it"),
            ("", "\0", "a NUL at its end"), ("", "\u{A0}", "a no-break space at its end"),
            ("\u{200B}", "", "a zero-width space before it"), ("", "\u{200B}", "a zero-width space at its end"),
            ("\n", "", "a line feed before it"), ("", ",", "a comma at its end"), ("", ";", "a semicolon at its end"),
            ("\"", "\"\n", "double quotes around it and a line feed"),
            ("\"", "\",", "double quotes and a comma around it"),
            ("", " \n", "a blank and a line feed at its end"), ("=", "", "an equal sign before it"),
            ("", "\\n", "the two characters \\n at its end"), ("<", ">", "angle brackets around it"),
            ("$", "", "a dollar sign before it"), ("\"'", "'\"", "two kinds of quotes around it"),
            ("", "\u{0B}", "a vertical tab at its end"), ("", "\\r", "the two characters \\r at its end"),
            ("\u{201C}", "\u{201D}", "typographic quotes around it"), ("[", "]", "brackets around it"),
        ]
        return pairs.enumerated().map { index, pair in
            Form(
                bytes: Array(pair.0.utf8) + secret + Array(pair.1.utf8), cause: .keyWhitespace, words: pair.2,
                reach: index < 16 ? .triples : .pairs)
        }
    }

    private static func trimmed(_ secret: [UInt8]) -> [Form] {
        guard let first = secret.firstIndex(where: { !$0.isWhitespace }),
            let last = secret.lastIndex(where: { !$0.isWhitespace })
        else { return [] }
        return [Form(bytes: Array(secret[first...last]), cause: .keyWhitespace, words: "the blanks around it trimmed")]
    }

    private static func decoded(_ secret: [UInt8]) -> [Form] {
        func replaced(_ old: String, _ new: String, _ words: String, _ reach: Mistake.Reach = .triples) -> Form {
            Form(
                bytes: secret.replacing(Array(old.utf8), with: Array(new.utf8)), cause: .keyDecoded, words: words,
                reach: reach)
        }
        let lower = EscapeAlphabet.lowerHex
        var forms = [
            replaced("+", " ", "its + became a blank, as URL decoding does"),
            Form(
                bytes: EscapeAlphabet.sigV4.encoded(secret, keepsSlash: false), cause: .keyDecoded,
                words: "it was percent-encoded"),
            Form(
                bytes: EscapeAlphabet.sigV4.encoded(secret, keepsSlash: true), cause: .keyDecoded,
                words: "it was percent-encoded but for its slashes"),
            Form(
                bytes: lower.encoded(secret, keepsSlash: false), cause: .keyDecoded,
                words: "it was percent-encoded, in small letters"),
            Form(bytes: Escape.decoded(secret), cause: .keyDecoded, words: "it was percent-decoded"),
            replaced("/", "%2F", "its slashes became %2F"), replaced("+", "%2B", "its + became %2B"),
            replaced("/", "\\/", "its slashes became \\/, as JSON escapes them"),
            replaced("\\/", "/", "its \\/ became /"),
            replaced("+", "", "its + was lost"), replaced("/", "", "its slashes were lost"),
            replaced("+", "-", "its + became -, as in URL-safe base64", .pairs),
            replaced("/", "_", "its slashes became _, as in URL-safe base64", .pairs),
            Form(
                bytes: secret.map { $0 == UInt8(ascii: "+") ? 0x2D : $0 == UInt8(ascii: "/") ? 0x5F : $0 },
                cause: .keyDecoded, words: "its + and / became - and _, as in URL-safe base64", reach: .pairs),
            replaced("+", "\\+", "its + became \\+", .pairs), replaced("+", "&#43;", "its + became &#43;", .pairs),
            replaced("+", "\\u002b", "its + became \\u002b", .pairs),
            replaced("/", "&#x2F;", "its / became &#x2F;", .pairs),
            replaced("/", "\\", "its slashes became backslashes", .pairs),
            replaced("=", "%3D", "its = became %3D", .pairs), replaced(" ", "+", "its blanks became +"),
            Form(
                bytes: Escape.decoded(EscapeAlphabet.sigV4.encoded(secret, keepsSlash: false)).map {
                    $0 == 0x2F ? 0x20 : $0
                }, cause: .keyDecoded, words: "its slashes became blanks", reach: .pairs),
            Form(
                bytes: EscapeAlphabet.sigV4.encoded(
                    EscapeAlphabet.sigV4.encoded(secret, keepsSlash: false), keepsSlash: false), cause: .keyDecoded,
                words: "it was percent-encoded twice", reach: .pairs),
            Form(
                bytes: secret.map(\.asciiLowercased), cause: .keyDecoded, words: "it was made lower-case", reach: .pairs
            ),
            Form(
                bytes: secret.map { (0x61...0x7A).contains($0) ? $0 & ~0x20 : $0 }, cause: .keyDecoded,
                words: "it was made upper-case", reach: .pairs),
            Form(
                bytes: Base64Text.encoded(secret), cause: .keyDecoded, words: "it was encoded in base64", reach: .pairs),
            Form(
                bytes: Base64Text.encoded(secret + [0x0A]), cause: .keyDecoded,
                words: "it was encoded in base64 with a line feed", reach: .pairs),
        ]
        if let plain = Base64Text.decoded(secret) {
            forms.append(Form(bytes: plain, cause: .keyDecoded, words: "it was decoded as base64", reach: .pairs))
        }
        // A shell takes `$NAME` for a variable, and a backslash for an escape.
        if let dollar = secret.firstIndex(of: UInt8(ascii: "$")) {
            forms.append(
                Form(
                    bytes: Array(secret[..<dollar]), cause: .keyDecoded, words: "a shell expanded its $", reach: .pairs)
            )
        }
        return forms
    }

    /// Cut at a character that some loaders stop at, or anywhere.
    private static func cut(_ secret: [UInt8]) -> [Form] {
        var forms: [Form] = []
        for byte in [UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "$")] {
            guard let place = secret.firstIndex(of: byte), let last = secret.lastIndex(of: byte) else { continue }
            let shown = String(UnicodeScalar(byte))
            forms += [
                Form(bytes: Array(secret[..<place]), cause: .keyCut, words: "it was cut at its first '\(shown)'"),
                Form(bytes: Array(secret[...place]), cause: .keyCut, words: "it was cut behind its first '\(shown)'"),
                Form(bytes: Array(secret[..<last]), cause: .keyCut, words: "it was cut at its last '\(shown)'"),
                Form(
                    bytes: Array(secret[(place + 1)...]), cause: .keyCut,
                    words: "only what follows its first '\(shown)'"),
            ]
        }
        for count in (0..<min(secret.count, 256)).reversed() {
            forms.append(
                Form(
                    bytes: Array(secret.prefix(count)), cause: .keyCut, words: "only its first \(count) characters",
                    reach: secret.count - count < 4 ? .triples : .pairs))
        }
        for count in 1..<max(min(secret.count, 48), 2) {
            forms.append(
                Form(
                    bytes: Array(secret.dropFirst(count)), cause: .keyCut,
                    words: "its first \(count) characters were lost",
                    reach: .pairs))
        }
        return forms
    }
}

extension EscapeAlphabet {
    /// SigV4's list, with small hexadecimal letters.
    static let lowerHex: EscapeAlphabet = {
        var alphabet = EscapeAlphabet.sigV4
        alphabet.hasLowerHex = true
        return alphabet
    }()
}
