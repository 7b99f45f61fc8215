import Evidence
import JSONText
import WireText

/// What the code beside a refusal shows of the path: that another one was signed than is called, or that its slashes were encoded.
extension MismatchClues {
    /// A slash of the path that a library encoded as if it belonged to a name: the code has it bare, and AWS's canonical path twice encoded.
    ///
    /// Every service but S3 encodes the path that arrives once more
    /// (<https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>).
    var encodedSlash: String? {
        let plain = text.prefix(32_768).replacing("\\/", with: "/").replacing("\\n", with: "\n")
        let pieces = plain.split { $0.isWhitespace || "'\"`<>(),".contains($0) }
        for piece in pieces where piece.hasPrefix("/") && piece.uppercased().contains("%252F") {
            // Of an ARN in a path the slash has to be encoded.
            guard !piece.contains("arn"), !piece.hasPrefix("/model/") else { continue }
            let path = String(piece).replacing("%252f", with: "%252F")
            let segments = path.replacing("%252F", with: "\n").split(separator: "\n").map(String.init)
            guard segments.count > 1, let left = segments[0].split(separator: "/").last,
                let right = segments[1].split(separator: "/").first, plain.contains("\(left)/\(right)")
            else { continue }
            return """
                Send the slash of \(shown("\(left)/\(right)")) as a slash: AWS's canonical path has %252F there, so %2F arrived, and the client took the slash for a part of a name and encoded it. Update the library that builds the URL (older \
                ones add the whole path as one segment), or hand it the segments one by one. Key and secret are not in question.
                """
        }
        return nil
    }

    /// A path that the signer was given, and that lacks the beginning of the path of the URL: API Gateway's stage, or the prefix of a proxy.
    var shortenedPath: String? {
        let plain = text.prefix(32_768)
        for address in Self.addresses(in: plain) {
            guard let slash = address.path.dropFirst().firstIndex(of: "/") else { continue }
            let rest = address.path[slash...]
            guard rest.utf8.count > 1, Self.isGiven(rest, in: plain) else { continue }
            let stage = address.path[..<slash]
            let isGateway = address.host.contains("execute-api")
            return """
                Sign the path that is sent: the URL has \(shown(address.path)), and the signer was given '\(shown(rest))', which lacks \(shown(stage))\(isGateway ? ", the stage" : ""). Set path: '\(shown(address.path))' \
                and host: '\(shown(address.host))', which is part of what is signed, and send exactly these. Key and secret are not in question.
                """
        }
        return nil
    }

    private static func addresses(in text: Substring) -> [(host: String, path: Substring)] {
        text.ranges(of: "https://").prefix(40).compactMap { mark in
            let rest = text[mark.upperBound...].prefix(400).prefix { !$0.isWhitespace && !"'\"`<>),;?#".contains($0) }
            guard let slash = rest.firstIndex(of: "/") else { return nil }
            let host = String(rest[..<slash])
            return host.contains(".amazonaws.com") ? (host, rest[slash...]) : nil
        }
    }

    /// Whether a line of code sets a path to this value and no other.
    private static func isGiven(_ path: Substring, in text: Substring) -> Bool {
        let labels = ["path", "uri", "canonicaluri", "canonical_uri", "resource", "pathname", "canonicalpath"]
        return ["'", "\"", "`"].contains { quote in
            text.ranges(of: quote + path + quote).contains { place in
                let before = text[..<place.lowerBound].suffix(40)
                let label = before.trimmed(of: " :=>('\"").lowercased()
                return before.last.map { " :=>(".contains($0) } ?? false && labels.contains(where: label.hasSuffix)
            }
        }
    }
}
