import Codes
import JSONText
import Report

/// Finds characters in credentials that AWS never puts there: they travel along unseen, and the signature fails.
enum CredentialCleanliness {
    static func findings(_ variables: CredentialVariables) -> [Finding] {
        variables.present.compactMap { name, value in
            ValueFlaw(of: value).map { finding(name, value, $0) }
        }
    }

    private static func finding(_ name: String, _ value: String, _ flaw: ValueFlaw) -> Finding {
        let words = words(name, value, flaw)
        return Finding(
            code: words.code, check: CredentialsCheck.check, status: .fail, title: words.title, detail: words.detail,
            evidence: ["variable": .string(name), "value": VariableView.secret(value), "found": .string(words.found)],
            where: .client, confidence: .certain, remedies: [words.remedy])
    }

    private typealias Words = (code: FindingCode, title: String, detail: String, found: String, remedy: Remedy)

    private static func words(_ name: String, _ value: String, _ flaw: ValueFlaw) -> Words {
        switch flaw {
        case .control(let character, let position):
            return (
                .credentialsControlCharacter, "\(name) holds a control character: \(character)",
                isLineEnd(value)
                    ? "AWS SDKs do not trim: the character goes into the signature, and in a header it is not allowed at all. It usually comes from a file with Windows line ends or from a pasted line break."
                    : "The character goes into the signature, and in a header it is not allowed at all. It usually comes from a coloured display or from a key pressed while pasting, and more may have come with it.",
                "\(character) at character \(position)",
                isLineEnd(value) ? strip(name, "[:cntrl:][:space:]") : again(name)
            )
        case .quotes:
            return (
                .credentialsQuoted, "\(name) has quotes around its value",
                "The quotes are part of the value here, so the key is wrong by two characters. Files for docker --env-file and systemd keep quotes that a shell would remove.",
                "quotes at both ends", stripQuotes(name, value)
            )
        case .whiteSpace(.within) where name == CredentialVariables.secretAccessKey:
            return (
                .credentialsSecretSpace, "\(name) has a space where a + may have been",
                "No secret key holds a space. Where one went through a URL or a form, + is read back as a space.",
                "white space within the value",
                Remedy(
                    "If it came through a URL, put the + back; else copy the key again",
                    command: "export \(name)=\"$(printf %s \"$\(name)\" | tr ' ' +)\"")
            )
        case .whiteSpace(let place):
            return (
                .credentialsWhitespace,
                "\(name) has white space \(place == .ends ? "at its ends" : "within its value")",
                "AWS SDKs do not trim: the white space becomes part of the key, and the signature fails.",
                place == .ends ? "white space at the start or the end" : "white space within the value",
                value.utf8.allSatisfy { $0 < 0x80 } ? strip(name, "[:space:]") : again(name)
            )
        case .nonASCII(let character, let position):
            return (
                .credentialsNonAscii, "\(name) holds \(character), which no AWS credential has",
                "Credentials are plain ASCII. Such a character comes from a word processor or a chat that changed hyphens and quotes, or from a copy with invisible marks.",
                "\(character) at character \(position)", again(name)
            )
        }
    }

    /// Whether line ends and tabs are the only control characters, and white space is ASCII's: `tr` takes those out.
    private static func isLineEnd(_ value: String) -> Bool {
        value.unicodeScalars.allSatisfy {
            $0.isASCII && $0.value != 0x7F && ($0.value >= 0x20 || "\t\n\r".contains(Character($0)))
        }
    }

    private static func again(_ name: String) -> Remedy {
        Remedy("Copy the value again from its source", command: VariableView.ask(name))
    }

    private static func strip(_ name: String, _ set: String) -> Remedy {
        Remedy(
            "Remove the characters", command: "export \(name)=\"$(printf %s \"$\(name)\" | tr -d '\(set)')\"")
    }

    private static func stripQuotes(_ name: String, _ value: String) -> Remedy {
        guard value.unicodeScalars.allSatisfy(\.isASCII) else {
            return Remedy("Set the value again without the quotes", command: VariableView.ask(name))
        }
        return Remedy(
            "Remove the quotes", command: "export \(name)=\"$(printf %s \"$\(name)\" | tr -d '\"`'\\'' ')\"")
    }
}
