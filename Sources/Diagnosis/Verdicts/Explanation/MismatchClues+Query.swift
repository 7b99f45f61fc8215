import Catalog
import Report
import SigV4
import WireText

/// The query of the URL in a text, beside the one that the service signed.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html> (canonical query string).
extension MismatchClues {
    /// A value that means the same in both, and is written otherwise in the URL.
    var otherQuery: String? {
        guard view.author == .service, !view.query.isEmpty, !view.query.contains("X-Amz-Credential") else { return nil }
        let signed = Self.pairs(view.query)
        for sent in calledQueries.flatMap(Self.pairs) where !sent.value.isEmpty && !ValueStandIn.stands(for: sent.value)
        {
            guard
                let arrived = signed.first(where: {
                    Self.plain($0.name) == Self.plain(sent.name) && $0.value != sent.value
                        && Self.plain($0.value) == Self.plain(sent.value)
                }), let place = Self.difference(sent.value, arrived.value)
            else { continue }
            return """
                Write '\(shown(place.sent))' in the value of \(shown(sent.name)) as \(shown(place.arrived)), in the URL and in the canonical query alike: the service signed \
                \(shown(arrived.value.suffix(24))) there, and the URL in the text ends in \(shown(sent.value.suffix(24))). Every byte but letters, \
                digits and -._~ is written as %XX in capitals, once.
                """
        }
        return nil
    }

    /// The queries of the URLs in the text that go to the host which the service saw.
    private var calledQueries: [Substring] {
        guard let host = view.value("host").map({ String($0.prefix { $0 != ":" }) }), !host.isEmpty else { return [] }
        return text.prefix(32_768).ranges(of: "://" + host).prefix(8).compactMap { range in
            let target = text[range.upperBound...].prefix { !$0.isWhitespace && !"\"'<>`\\".contains($0) }
            return target.firstIndex(of: "?").map { target[target.index(after: $0)...] }
        }
    }

    private static func plain(_ text: String) -> String { PercentCoding.decodedText(Array(text.utf8).span) }

    private static func pairs(_ query: some StringProtocol) -> [(name: String, value: String)] {
        query.split(separator: "&").map { pair in
            let name = pair.prefix { $0 != "=" }
            return (String(name), String(pair.dropFirst(name.count + 1)))
        }
    }

    /// The first place where two spellings of one value part: what stands there in each.
    private static func difference(_ sent: String, _ arrived: String) -> (sent: String, arrived: String)? {
        var (left, right) = (sent[...], arrived[...])
        while let first = left.first, first == right.first {
            // Of two escapes it is the whole that differs.
            if first == "%", left.prefix(3) != right.prefix(3) { break }
            left.removeFirst()
            right.removeFirst()
        }
        guard !left.isEmpty, !right.isEmpty else { return nil }
        return (String(left.prefix(left.first == "%" ? 3 : 1)), String(right.prefix(right.first == "%" ? 3 : 1)))
    }
}
