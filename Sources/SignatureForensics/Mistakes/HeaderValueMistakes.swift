import Codes
import SigV4
import WireText

/// Values that may have been signed in place of those that arrived.
enum HeaderValueMistakes {
    static func all(_ model: SignerModel, _ facts: RequestFacts) -> [Mistake] {
        model.headers.examined.flatMap { index -> [Mistake] in
            let entry = model.headers.entries[index]
            guard entry.isListed else { return [] }
            let name = String(decoding: entry.lowerName, as: UTF8.self)
            let kind = HeaderKind(name)
            var candidates = entry.values.isEmpty ? absent(name, kind, facts) : oneOf(entry.values)
            switch kind {
            case .host: candidates += HostValues.all(entry.canonical, facts)
            case .contentType: candidates += contentTypes(entry.canonical)
            case .userAgent: candidates += userAgents(entry.canonical)
            case .acceptEncoding:
                candidates += PublishedValues.acceptEncodings.map { Candidate($0, .headerAcceptEncoding) }
            case .contentLength: candidates += lengths(facts)
            case .transferEncoding:
                candidates += PublishedValues.transferEncodings.map { Candidate($0, .headerTransferEncoding) }
            case .hop: candidates += PublishedValues.of(name).map { Candidate($0, .headerHop) }
            case .forwarded: candidates += elements(entry.canonical, .headerForwarded)
            case .tracing: candidates += traces(entry.canonical)
            case .other: candidates += other(name, entry, facts)
            }
            candidates += anyValue(entry, kind)
            return mistakes(candidates, of: entry, at: index, name)
        }
    }

    /// A value, with the code that it stands for.
    struct Candidate {
        let value: [UInt8]
        let cause: FindingCode
        var place = FaultPlace.inProcess
        var reach = Mistake.Reach.pairs

        init(
            _ value: some Sequence<UInt8>, _ cause: FindingCode, at place: FaultPlace = .inProcess,
            _ reach: Mistake.Reach = .triples
        ) {
            self.value = Array(value)
            self.cause = cause
            self.place = place
            self.reach = reach
        }

        init(
            _ value: String, _ cause: FindingCode, at place: FaultPlace = .inProcess,
            _ reach: Mistake.Reach = .triples
        ) {
            self.init(value.utf8, cause, at: place, reach)
        }
    }

    private static func mistakes(
        _ candidates: [Candidate], of entry: HeaderModel.Entry, at index: Int, _ name: String
    ) -> [Mistake] {
        var seen: Set<[UInt8]> = entry.values.isEmpty ? [] : [entry.canonical]
        return candidates.compactMap { candidate in
            guard seen.insert(candidate.value).inserted else { return nil }
            let masked = SecretMask.masked(header: entry.lowerName + [UInt8(ascii: ":")] + candidate.value)
            let shown = VisibleBytes.text(masked.dropFirst(entry.lowerName.count + 1).prefix(80))
            let words =
                entry.values.isEmpty
                ? "'\(name)' with the value '\(shown)', which did not arrive" : "'\(name)' with the value '\(shown)'"
            let value = candidate.value
            var mistake = Mistake(
                candidate.cause, at: candidate.place, words, .header(index), .headers, candidate.reach
            ) {
                $0.headers.entries[index].replacement = value
            }
            mistake.value = HeaderText.Value(index: index, bytes: value)
            if candidate.cause != .headerSpace,
                value.filter({ !$0.isWhitespace }) == entry.canonical.filter({ !$0.isWhitespace })
            {
                mistake.otherReading = .headerSpace
            }
            return mistake
        }
    }

    /// One line of a header that came as several: a gateway doubled it, where others of the request are right.
    private static func oneOf(_ values: [[UInt8]]) -> [Candidate] {
        guard values.count > 1 else { return [] }
        return [values.first, values.last].compactMap(\.self).map {
            Candidate(HeaderField(name: "", bytes: $0).canonicalValue, .headerDuplicate, at: .inFlight)
        }
    }

    /// What a header held that is signed and did not arrive.
    private static func absent(_ name: String, _ kind: HeaderKind, _ facts: RequestFacts) -> [Candidate] {
        let cause: FindingCode =
            switch kind {
            case .transferEncoding, .hop, .acceptEncoding, .contentLength: kind.cause ?? .headerMissing
            case .userAgent, .tracing, .forwarded: kind.cause ?? .headerMissing
            case .contentType, .host, .other: .headerMissing
            }
        let values: [String] =
            switch name {
            case "content-length": ["\(facts.body.count)", "0"]
            case "x-amz-date", "date":
                ([facts.signedAt].compactMap { $0 } + facts.timesNearby).map(\.amzDate)
            case "x-amz-content-sha256":
                [SHA256Digest.hash(facts.body).hex, SHA256Digest.hash([]).hex, "UNSIGNED-PAYLOAD"]
            case "x-amz-security-token": []
            default: PublishedValues.of(name)
            }
        return values.map { Candidate($0, cause) }
    }

    /// With and without a charset, as libraries add and write it (``PublishedValues/types``), and in another case: a media
    /// type has none (RFC 9110, section 8.3.1), so that a library or a proxy may write its own.
    private static func contentTypes(_ value: [UInt8]) -> [Candidate] {
        let text = String(decoding: value, as: UTF8.self)
        let bare = text.prefix { $0 != ";" }.trimmed
        var values = [bare]
        for charset in ["utf-8", "UTF-8"] { values += ["\(bare); charset=\(charset)", "\(bare);charset=\(charset)"] }
        values += [text.replacing("; ", with: ";"), text.replacing(";", with: "; "), text.lowercased()]
        values += [bare.withCapitalSubtype, text.withCapitalSubtype]
        let own = values.count
        return (values + PublishedValues.types).enumerated().map { index, value in
            Candidate(value, .headerContentType, at: .inProcess, index < own ? .triples : .pairs)
        }
    }

    private static func userAgents(_ value: [UInt8]) -> [Candidate] {
        prefixes(value, separators: [0x20, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "(")])
            .map { Candidate($0, .headerUserAgent) } + suffixes(value).map { Candidate($0, .headerUserAgent) }
    }

    /// Lengths of other spellings of the body, and those near its own; ``NumberSweep`` tries others.
    ///
    /// None at all: inreachventures/aws-signing-request-interceptor#13; -1: aws/aws-sdk-js#86.
    private static func lengths(_ facts: RequestFacts) -> [Candidate] {
        let likely = [0, facts.body.count, facts.characterCount, facts.utf16Count] + facts.otherLengths
        let near = max(0, facts.body.count - 24)...(facts.body.count + 24)
        return likely.map { Candidate("\($0)", .headerContentLength) }
            + near.map { Candidate("\($0)", .headerContentLength, at: .inProcess, .pairs) }
            + ["", "-1"].map { Candidate($0, .headerContentLength) }
    }

    private static func elements(_ value: [UInt8], _ cause: FindingCode) -> [Candidate] {
        let cut = prefixes(value, separators: [UInt8(ascii: ","), 0x20, UInt8(ascii: ";")]) + suffixes(value)
        return cut.map { Candidate($0, cause, at: .inFlight) }
    }

    private static func traces(_ value: [UInt8]) -> [Candidate] {
        let ends: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x20, UInt8(ascii: "-")]
        return (prefixes(value, separators: ends) + suffixes(value) + otherSampling(value) + [[]])
            .map { Candidate($0, .headerTrace) }
    }

    /// The same trace with the other word on whether it is recorded, which each hop may change.
    private static func otherSampling(_ value: [UInt8]) -> [[UInt8]] {
        let text = String(decoding: value, as: UTF8.self)
        let pairs = [
            ("Sampled=0", "Sampled=1"), ("Sampled=1", "Sampled=0"), ("Sampled=?", "Sampled=1"),
            ("Sampled=1", "Sampled=?"),
        ]
        var values = pairs.map { text.replacing($0, with: $1) }
        for (end, other) in [("-00", "-01"), ("-01", "-00"), ("-0", "-1"), ("-1", "-0"), ("-1", "-d")]
        where text.hasSuffix(end) {
            values.append(text.dropLast(end.count) + other)
        }
        return values.map { Array($0.utf8) }
    }

    private static func other(_ name: String, _ entry: HeaderModel.Entry, _ facts: RequestFacts) -> [Candidate] {
        let values = entry.values
        switch name {
        case "x-amz-date", "date":
            // The same moment in other forms; other moments are mistakes of time.
            return TimeForms.all(facts.signedAt).map { Candidate($0, .timeTwo, at: .client, .pairs) }
        case "x-amz-content-sha256":
            return [SHA256Digest.hash(facts.body).hex, SHA256Digest.hash([]).hex, "UNSIGNED-PAYLOAD"]
                .map { Candidate($0, .bodyHashHeader, at: .client) }
        case "x-amz-security-token":
            return SecretForms.around(values.first ?? []).map { form in
                Candidate(form.bytes, form.cause, at: .client, form.reach == .triples ? .pairs : .alone)
            }
        default:
            return values.count > 1 ? [] : repetitions(entry.canonical)
        }
    }

    /// What the lines were that came as one, or as fewer: joined otherwise, in another order, or dropped as equal.
    private static func repetitions(_ value: [UInt8]) -> [Candidate] {
        let comma = UInt8(ascii: ",")
        let parts: [[UInt8]] = value.split(separator: comma).map { part in Array(part.drop { $0 == 0x20 }) }
        var joined = [value + [comma] + value, value + [comma, 0x20] + value]
        if parts.count > 1, parts.count < 12 {
            joined += [[comma], [comma, 0x20]].flatMap { separator in
                [Array(parts.joined(separator: separator)), Array(parts.reversed().joined(separator: separator))]
            }
        }
        return joined.map { Candidate($0, .headerDuplicate, at: .inFlight, .pairs) }
            + prefixes(value, separators: [comma, UInt8(ascii: ";")])
            .map { Candidate($0, .headerDuplicate, at: .inFlight, .pairs) }
    }

    /// What may happen to any value: blanks that the HTTP library trimmed when it sent, letters in another charset.
    private static func anyValue(_ entry: HeaderModel.Entry, _ kind: HeaderKind) -> [Candidate] {
        var candidates: [Candidate] = []
        let value = entry.canonical
        if let only = entry.values.first, entry.values.count == 1 {
            candidates += HeaderBlanks.all(only, value)
        }
        if value.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "?") }) {
            candidates += HeaderLetters.all(value)
        }
        if kind == .other {
            candidates.append(Candidate(value.map(\.asciiLowercased), .signatureMismatch, at: .client, .pairs))
        }
        let cause = kind.cause ?? .signatureMismatch
        return candidates + [Candidate("", cause, at: .client, kind == .other ? .alone : .pairs)]
    }

    /// The value up to each of some separators, without blanks at the end.
    private static func prefixes(_ value: [UInt8], separators: [UInt8]) -> [[UInt8]] {
        value.indices.filter { separators.contains(value[$0]) }.prefix(40).map { index in
            var prefix = Array(value[..<index])
            while let last = prefix.last, last == 0x20 { prefix.removeLast() }
            return prefix
        }
    }

    /// The value from behind each of its commas, semicolons and blanks on.
    private static func suffixes(_ value: [UInt8]) -> [[UInt8]] {
        value.indices.filter { [0x2C, 0x3B, 0x20].contains(value[$0]) }.suffix(20).map { index in
            Array(value[(index + 1)...].drop { $0 == 0x20 })
        }
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        return String(text)
    }

    /// A media type as `application/JSON`; its parameters stay.
    fileprivate var withCapitalSubtype: String {
        let (type, rest) = (prefix { $0 != ";" }, drop { $0 != ";" })
        guard let slash = type.firstIndex(of: "/") else { return String(self) }
        return type[...slash] + type[slash...].dropFirst().uppercased() + rest
    }
}
