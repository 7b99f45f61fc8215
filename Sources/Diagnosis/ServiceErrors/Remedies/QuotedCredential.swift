import Evidence
import JSONText
import Report
import WireText

/// The Credential that AWS quotes from an Authorization header which it could not read, and what is wrong with it.
///
/// It reads KEYID/DATE/REGION/SERVICE/aws4_request
/// (<https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>). What stands where the key id
/// belongs is the value that the program was given: a prompt, a label, a name that nothing expanded.
struct QuotedCredential {
    private let value: Substring

    /// - Parameter text: The message, or what was pasted with it; `nil` where neither quotes a Credential.
    init?(in text: String) {
        let ends = ["', SignedHeaders", ", SignedHeaders", ",SignedHeaders", "\\\"", "\"", "'", "\n", "&"]
        // `got 'KEYID/...'`, of a Credential that has not five parts.
        let got = text.contains("slash-delimited") ? text.firstRange(of: ", got '") : nil
        guard let mark = got ?? text.firstRange(of: "Credential=") else { return nil }
        let rest = text[mark.upperBound...].prefix(400)
        let end = ends.compactMap { rest.firstRange(of: $0)?.lowerBound }.min() ?? rest.endIndex
        // `"AKIA..."`: quotes that came with the value are a part of it.
        let isQuoted =
            rest.hasPrefix("\"") || rest.hasPrefix("\\\"") || rest.hasPrefix("'AKIA") || rest.hasPrefix("'ASIA")
        value = isQuoted ? rest.prefix { $0 != "," } : rest[..<end]
        guard !value.trimmedWhitespace().isEmpty else { return nil }
    }

    /// What stands before the date.
    private var id: Substring {
        var rest = value
        while let slash = rest.firstIndex(of: "/") {
            let day = rest[rest.index(after: slash)...].prefix { $0 != "/" }
            if day.utf8.count == 8, Int(day) != nil { return value[..<slash] }
            rest = rest[rest.index(after: slash)...]
        }
        return value.prefix { $0 != "/" }
    }

    /// What is wrong with it; `nil` where nothing is to be seen.
    var fault: String? {
        let id = String(id)
        let lower = id.lowercased()
        if lower.contains("access key id") || lower.contains("[none]") {
            return """
                Where the access key id belongs stands the prompt of aws configure, 'AWS Access Key ID': a line of the terminal was pasted for the \
                value. Put the id alone into ~/.aws/credentials (aws_access_key_id = AKIA...), or run aws configure again and type the id \
                only; look at the secret too, which was entered in the same way.
                """
        }
        if lower == "export" || lower.hasPrefix("export ") {
            return """
                Where the access key id belongs stands 'export': a line for the shell was put where the value alone is read (a credentials file, an \
                .env file, a field of a CI). Give it the id alone there, and the secret likewise.
                """
        }
        for name in ["aws_access_key_id", "AWS_ACCESS_KEY_ID"]
        where id.contains(name) && (id.contains("=") || id.contains(":")) {
            return """
                The access key id holds its own label, '\(name)=': the program took a line of the credentials file for the value. Give it the id \
                alone, in the form that it reads, without the name, the equal sign and blanks.
                """
        }
        if let reason = reason(id) {
            return """
                Where the access key id belongs stands the literal text '\(PrintableText.escaped(id.trimmedWhitespace(), limit: 60))': \(reason). The \
                program read its setting before anything filled it in: give it the id itself, or let what starts it (a shell, a template, a \
                chart, a CI) expand the name.
                """
        }
        if lower.hasPrefix("\"") || lower.hasPrefix("'") || lower.hasPrefix("\\\"") {
            return """
                Quotes stand around the access key id: they came with the value (an .env file that a program reads without a shell, docker's \
                --env-file, a Kubernetes secret). Take them away, around the secret too.
                """
        }
        if let first = id.first, id.contains(where: \.isWhitespace) {
            return """
                There is a space or a line break \(first.isWhitespace ? "before" : "behind or in") the access key id in \
                the Credential: it came with the value (copied, pasted, or from a file). Take that character away from AWS_ACCESS_KEY_ID, or from \
                where the program keeps its key id.
                """
        }
        return parts(id)
    }

    /// Why the id is none; a name that is kept in stars or dots was masked by whoever pasted it.
    private func reason(_ id: String) -> String? {
        if let known = ValueReference.reason(id) { return known }
        let isOfKey = id.hasPrefix("AKIA") || id.hasPrefix("ASIA")
        return isOfKey || isMasked(id) || id.utf8.count < 8 ? nil : Placeholder.reason(id)
    }

    /// Whether somebody hid what stood there, in stars, X's, dots or brackets.
    private func isMasked(_ id: String) -> Bool {
        id.allSatisfy { "*.xX\u{2022}\u{2026}".contains($0) } || id.contains("...") || id.contains("**")
            || id.hasPrefix("<")
            || id.hasPrefix("[") || id.lowercased().contains("redacted") || id.contains("XXXX")
    }

    /// What the number of parts says.
    private func parts(_ id: String) -> String? {
        let parts = value.split(separator: "/", omittingEmptySubsequences: false)
        if id.trimmedWhitespace().isEmpty {
            return
                "The access key id is empty: the program had no credentials when it signed. Give it a key id and a secret, or a role, where it runs."
        }
        if parts.count > 5 || id.utf8.count > 24 && !id.hasPrefix("A") && !id.contains("XXXX") {
            return """
                The Credential has more than its five parts: key id and secret may be exchanged. Exchange them, and make a new key, since \
                the secret was sent in the open.
                """
        }
        guard !isMasked(id) else { return nil }
        guard parts.count != 5 else {
            guard let empty = parts.firstIndex(where: \.isEmpty) else { return nil }
            let names = ["key id", "date", "region", "service", "end"]
            return """
                The \(names[empty]) in the Credential is empty: key id, date, region, service and aws4_request stand between slashes. Give \
                the client or proxy its \(empty == 3 ? "service (the signing name)" : names[empty]).
                """
        }
        return """
            The Credential has \(parts.count == 1 ? "only one part" : "\(parts.count) parts"), and there are five with slashes between them: key id, date of eight \
            digits, region, service, aws4_request. What is missing is the credential scope: give the client or proxy its region and service \
            (some have one setting for date, region and service), and nothing with a slash as the key id.
            """
    }
}
