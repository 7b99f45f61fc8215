import Evidence
import JSONText
import SigV4
import WireText

/// What a reporter says narrows a refused signature down: which paths get through and which does not, which header or character it
/// takes to fail.
///
/// Who gets through with another path by the same signer has the right secret.
extension MismatchClues {
    private var lines: [Substring] { text.prefix(32_768).split(whereSeparator: \.isNewline) }

    /// Whether what is told shows that the keys are right.
    var provesKeys: Bool { otherPaths != nil || toldCharacter != nil }

    // MARK: Paths

    /// Paths that get through the same signer, and one that does not.
    var otherPaths: String? {
        guard let bad = paths(works: false).first else { return nil }
        let good = paths(works: true).filter { $0 != bad }
        guard !good.isEmpty else { return nil }
        let isBeginning = good.contains { $0.hasPrefix(bad.hasSuffix("/") ? bad : bad + "/") && $0.count > bad.count }
        let redirect =
            isBeginning || bad.hasSuffix("/")
            ? """
            A path like this is answered with a redirect to the page behind it, and what follows the redirect by itself (a signing proxy, an HTTP library) sends the signature of the first path to the second: call the target itself, \
            or let the redirect go back to the client, and sign the second request anew.
            """
            : """
            Look at what this path has that the others have not: a character that is encoded otherwise for the signature than on the wire, two slashes, a slash at the end, a redirect that is followed with the old signature.
            """
        return """
            Key id, secret, clock and region are right, since other paths get through the same signer (\(words(good))): it is the path \(shown(bad)) alone. \(redirect)
            """
    }

    /// Paths of the lines that say so, and of the list below each.
    private func paths(works: Bool) -> [String] {
        var found: [String] = []
        var isOpen = false
        for line in lines.prefix(200) {
            let lower = line.lowercased()
            let isOfPaths = ["path", "url", "route", "uri"].contains { lower.contains($0) }
            let outcomes = isOfPaths ? ToldOutcome.all(in: line).map(\.outcome) : []
            let isItem = line.first { !$0.isWhitespace }.map { "*-\u{2022}`".contains($0) } ?? false
            if outcomes.contains(.fails) || outcomes.contains(.works) {
                isOpen = outcomes.contains(.fails) != works
            } else if !isItem {
                isOpen = false
            }
            guard isOpen else { continue }
            for word in line.split(whereSeparator: { $0.isWhitespace || "`'\",()".contains($0) })
            where word.hasPrefix("/") {
                // A sentence about a failing path may name where it should lead.
                if !works, !found.isEmpty { return found }
                if !word.hasPrefix("//"), word.utf8.count < 200 { found.append(String(word)) }
            }
        }
        return found
    }

    // MARK: Content type

    /// A Content-Type of the caller's own beside the one that the service signed, which has a boundary.
    var typedByHand: String? {
        guard view.author == .service, let type = view.value("content-type")?.trimmedWhitespace(),
            type.contains("boundary=")
        else { return nil }
        let other = lines.prefix(500).lazy.compactMap { line -> Substring? in
            let lower = line.lowercased()
            guard let mark = lower.firstRange(of: "content-type"), !lower.contains("boundary=") else { return nil }
            let value = lower[mark.upperBound...].drop { ":= \"'`".contains($0) }
            let name = value.prefix { $0.isLetter || $0.isNumber || "/-+.".contains($0) }
            return name.contains("/") && !name.hasPrefix("multipart") ? Substring(String(name)) : nil
        }.first
        let own =
            other.map { "the header Content-Type (\(shown($0))) that is set by hand" }
            ?? "a Content-Type that is set by hand"
        return """
            Take away \(own): the service signed \(shown(type.prefix(40))), which the HTTP library writes itself for a form with a file, with a boundary that it makes when it sends. Let it be signed as it is sent (fix the boundary and the body's bytes before signing), \
            keep content-type out of SignedHeaders, or send the file as the body itself.
            """
    }

    // MARK: Query

    /// A query of a URL in the text that has characters bare which the canonical query has encoded.
    var rawQuery: String? {
        // A query that was read out of the same text is nobody's account of what was signed.
        guard view.query.isEmpty || view.author == .words, view.author != .service else { return nil }
        let reserved = Set(":*!'()$,;@/ ")
        for mark in text.prefix(32_768).ranges(of: "amazonaws.com").prefix(16) {
            let target = text[mark.upperBound...].prefix { !$0.isWhitespace && !"\"'`<>,\\]".contains($0) }
            guard let start = target.firstIndex(of: "?") else { continue }
            let query = target[target.index(after: start)...]
            guard !query.contains("X-Amz-"), !query.contains("Signature="), !query.contains("{") else { continue }
            for pair in query.split(separator: "&") {
                guard let sign = pair.firstIndex(of: "="),
                    let odd = pair[pair.index(after: sign)...].first(where: reserved.contains),
                    let byte = odd.asciiValue
                else { continue }
                let escape = "%" + String(byte, radix: 16, uppercase: true)
                return """
                    Write '\(odd)' in the query (\(shown(pair.prefix(60)))) as \(escape), in the URL and in the canonical query alike: AWS signs it so, and a client that signs the query as it stands signs another one. A slash at the end of the path counts, too: \
                    sign the path exactly as it is sent.
                    """
            }
        }
        return nil
    }

    /// Whether a text shows a call by GET or DELETE, and nothing of a body.
    var isToldBare: Bool {
        let lower = text.prefix(32_768).lowercased()
        let method = ["method=get", "method: get", "\"get\"", "'get'", "curl -x get", "method=delete"].contains(
            where: lower.contains)
        let body = ["setbody", "body:", "body =", "body=", "--data", " -d ", "json=", "data=", "payload", "\"query\""]
        return method && !body.contains(where: lower.contains)
    }

    // MARK: Characters

    /// A character that the path holds and of which a reporter says that without it the call gets through.
    var toldCharacter: String? {
        let names: [Character: String] = [
            "*": "%2A", "'": "%27", "(": "%28", ")": "%29", "!": "%21", "$": "%24", ",": "%2C", "@": "%40", ":": "%3A",
            "+": "%2B", " ": "%20",
        ]
        for line in lines.prefix(200) {
            guard ToldOutcome.all(in: line).contains(where: { $0.outcome == .works && $0.isWithout }) else { continue }
            for (character, escape) in names.sorted(by: { $0.value < $1.value })
            where ["`\(character)`", "'\(character)'", "\"\(character)\""].contains(where: { line.contains($0) }) {
                guard view.path.uppercased().contains(escape) || view.path.contains(character) || text.contains(escape)
                else { continue }
                return """
                    It is the '\(character)' alone, since the call gets through without it: key, clock, region and host are right. AWS has \(escape) in the canonical path where \(escape) or '\(character)' was sent; a signer that encodes the path it is given once \
                    more signs \(escape.replacing("%", with: "%25")), and one that leaves it signs '\(character)'. Compare the path that the library signs with \(escape), hand it the name bare where it encodes and encoded where it does not, and update it.
                    """
            }
        }
        return nil
    }
}
