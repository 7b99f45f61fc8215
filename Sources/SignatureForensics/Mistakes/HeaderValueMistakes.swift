import SigV4

/// Values that may have been signed in place of those that arrived.
enum HeaderValueMistakes {
    static func all(_ model: SignerModel, _ facts: RequestFacts) -> [Mistake] {
        model.headers.entries.indices.flatMap { index -> [Mistake] in
            let entry = model.headers.entries[index]
            guard entry.isListed else { return [] }
            let name = String(decoding: entry.lowerName, as: UTF8.self)
            let kind = HeaderKind(name)
            var candidates = entry.values.isEmpty ? absent(name, kind, facts) : []
            switch kind {
            case .host: candidates += HostValues.all(entry.canonical, facts)
            case .contentType: candidates += contentTypes(entry.canonical)
            case .userAgent: candidates += userAgents(entry.canonical)
            case .acceptEncoding: candidates += acceptEncodings.map { Candidate($0, .headerAcceptEncoding) }
            case .contentLength: candidates += lengths(facts)
            case .transferEncoding:
                candidates += ["chunked", "gzip, chunked", "identity", ""].map {
                    Candidate($0, .headerTransferEncoding)
                }
            case .hop: candidates += hops(name).map { Candidate($0, .headerHop) }
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
        let cause: SignatureCause
        var place = FaultPlace.inProcess
        var reach = Mistake.Reach.pairs

        init(
            _ value: some Sequence<UInt8>, _ cause: SignatureCause, at place: FaultPlace = .inProcess,
            _ reach: Mistake.Reach = .triples
        ) {
            self.value = Array(value)
            self.cause = cause
            self.place = place
            self.reach = reach
        }

        init(
            _ value: String, _ cause: SignatureCause, at place: FaultPlace = .inProcess,
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
            return Mistake(candidate.cause, at: candidate.place, words, .header(index), .headers, candidate.reach) {
                $0.headers.entries[index].replacement = value
            }
        }
    }

    /// What a header held that is signed and did not arrive.
    private static func absent(_ name: String, _ kind: HeaderKind, _ facts: RequestFacts) -> [Candidate] {
        let cause: SignatureCause =
            switch kind {
            case .transferEncoding, .hop, .acceptEncoding, .contentLength: kind.cause ?? .headerMissing
            case .userAgent, .tracing, .forwarded: kind.cause ?? .headerMissing
            case .contentType, .host, .other: .headerMissing
            }
        let values: [String] =
            switch name {
            case "content-length": ["\(facts.body.count)", "0"]
            case "content-type": commonTypes
            case "x-amz-date", "date":
                ([facts.signedAt].compactMap { $0 } + facts.timesNearby).map(\.amzDate)
            case "x-amz-content-sha256":
                [SHA256Digest.hash(facts.body).hex, SHA256Digest.hash([]).hex, "UNSIGNED-PAYLOAD"]
            case "accept": ["application/json", "*/*", "application/vnd.amazon.eventstream"]
            case "user-agent": agents
            case "x-amz-security-token": []
            case "x-amz-target": ["AmazonBedrock.Converse", "Converse"]
            case "amz-sdk-request": ["attempt=1", "attempt=1; max=3", "attempt=1; max=4", "attempt=2; max=3"]
            case "cache-control": ["no-cache", "no-store"]
            case "accept-charset": ["utf-8"]
            case "origin", "referer": []
            default: ["true", "false", "1", "0", "test", "value", "default", "x", "yes", "no", "keep", "abc"]
            }
        return values.map { Candidate($0, cause) }
    }

    private static let commonTypes = [
        "application/json", "application/json; charset=utf-8", "application/json;charset=utf-8",
        "application/json; charset=UTF-8", "application/json;charset=UTF-8", "application/x-amz-json-1.1",
        "application/x-amz-json-1.0", "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=utf-8", "text/plain", "text/plain;charset=UTF-8",
        "text/plain; charset=utf-8", "application/octet-stream", "binary/octet-stream", "application/vnd.api+json",
        "*/*",
        "application/json, application/json", "",
    ]

    private static func contentTypes(_ value: [UInt8]) -> [Candidate] {
        let text = String(decoding: value, as: UTF8.self)
        let bare = text.prefix { $0 != ";" }.trimmed
        var values = [bare]
        for charset in ["utf-8", "UTF-8", "utf8", "\"utf-8\"", "iso-8859-1", "us-ascii"] {
            values += ["\(bare); charset=\(charset)", "\(bare);charset=\(charset)"]
        }
        values += [text.lowercased(), text.uppercased(), bare.capitalisedType, text.replacing("; ", with: ";")]
        values += [text.replacing(";", with: "; "), text + ";"]
        return (values + commonTypes).enumerated().map { index, value in
            Candidate(value, .headerContentType, at: .inProcess, index < 16 ? .triples : .pairs)
        }
    }

    private static let agents = [
        "python-requests/2.31.0", "python-requests/2.32.3", "Python-urllib/3.11", "Python-urllib/3.12", "curl/7.88.1",
        "Go-http-client/1.1", "node", "axios/1.7.2", "okhttp/4.12.0", "",
    ]

    private static func userAgents(_ value: [UInt8]) -> [Candidate] {
        prefixes(value, separators: [0x20, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "(")])
            .map { Candidate($0, .headerUserAgent) } + suffixes(value).map { Candidate($0, .headerUserAgent) }
            + agents.map { Candidate($0, .headerUserAgent) }
    }

    private static let acceptEncodings = [
        "gzip", "identity", "gzip, deflate", "gzip,deflate", "gzip, deflate, br", "gzip, deflate, br, zstd",
        "gzip, deflate, zstd", "br", "br, gzip", "br, gzip, deflate", "deflate", "deflate, gzip", "*", "gzip;q=1.0",
        "gzip, br", "zstd", "gzip, zstd", "identity;q=1", "deflate, gzip, br, zstd",
        "gzip;q=1.0, deflate;q=0.6, identity;q=0.3",
        "gzip, deflate;q=0.5", "identity, gzip", "compress, gzip", "*;q=0", "",
    ]

    /// Lengths of other spellings of the body, and those near its own; ``NumberSweep`` tries the rest.
    private static func lengths(_ facts: RequestFacts) -> [Candidate] {
        let likely = [0, facts.body.count, facts.characterCount, facts.utf16Count] + facts.otherLengths
        let near = max(0, facts.body.count - 24)...(facts.body.count + 24)
        return likely.map { Candidate("\($0)", .headerContentLength) }
            + near.map { Candidate("\($0)", .headerContentLength, at: .inProcess, .pairs) }
            + [Candidate("", .headerContentLength)]
    }

    private static func hops(_ name: String) -> [String] {
        switch name {
        case "connection":
            [
                "keep-alive", "Keep-Alive", "close", "Close", "upgrade", "TE", "te", "keep-alive, TE",
                "Upgrade, HTTP2-Settings", "",
            ]
        case "expect": ["100-continue", "100-Continue", ""]
        case "te": ["trailers", "trailers, deflate", "deflate", "gzip", ""]
        case "keep-alive": ["timeout=5", "timeout=60", "timeout=5, max=1000", "timeout=5, max=100", "300", "115", ""]
        case "upgrade": ["h2c", "websocket", "HTTP/2.0", ""]
        case "trailer": ["x-amz-checksum-crc32", "x-amz-trailer-signature", ""]
        default: ["keep-alive", "close", ""]
        }
    }

    private static func elements(_ value: [UInt8], _ cause: SignatureCause) -> [Candidate] {
        let common = ["127.0.0.1", "10.0.0.1", "::1", "http", "https", "localhost", "443", "80", "1.1 proxy", ""]
        let cut = prefixes(value, separators: [UInt8(ascii: ","), 0x20, UInt8(ascii: ";")]) + suffixes(value)
        return cut.map { Candidate($0, cause, at: .inFlight) } + common.map { Candidate($0, cause, at: .inFlight) }
    }

    private static func traces(_ value: [UInt8]) -> [Candidate] {
        (prefixes(value, separators: [UInt8(ascii: ";"), UInt8(ascii: ","), 0x20]) + suffixes(value) + [[]])
            .map { Candidate($0, .headerTrace) }
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
            return SecretForms.all(values.first ?? []).map { Candidate($0.bytes, $0.cause, at: .client, .pairs) }
        default:
            return values.count > 1
                ? []
                : prefixes(entry.canonical, separators: [UInt8(ascii: ","), UInt8(ascii: ";")])
                    .map { Candidate($0, .headerDuplicate, at: .inFlight, .pairs) }
        }
    }

    /// What may happen to any value: blanks that the HTTP library trimmed when it sent, letters in another charset.
    private static func anyValue(_ entry: HeaderModel.Entry, _ kind: HeaderKind) -> [Candidate] {
        var candidates: [Candidate] = []
        let value = entry.canonical
        if let only = entry.values.first, entry.values.count == 1 {
            for (before, after) in [("", " "), (" ", ""), (" ", " "), ("", "  "), ("  ", ""), ("  ", "  "), ("\t", "")]
            {
                candidates.append(Candidate(Array(before.utf8) + only + Array(after.utf8), .headerSpace, at: .client))
            }
            candidates += spaced(value).map { Candidate($0, .headerSpace, at: .client, .pairs) }
        }
        if value.contains(where: { $0 >= 0x80 }) {
            for transcoding in Transcoding.allCases {
                guard let changed = transcoding.plainApplied(to: value) else { continue }
                candidates.append(Candidate(changed, .headerLatin1))
            }
            candidates.append(Candidate(value.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, .headerLatin1))
            candidates.append(Candidate(value.filter { $0 < 0x80 }, .headerLatin1))
            let text = String(decoding: value, as: UTF8.self)
            let scalars = text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : UInt8(ascii: "?") }
            candidates.append(Candidate(scalars, .headerLatin1))
            candidates.append(
                Candidate(Escape.capitalised(value.flatMap { $0 < 0x80 ? [$0] : Escape.of($0) }), .headerLatin1))
        }
        if value.contains(UInt8(ascii: "%")) {
            let decoded = Escape.decoded(value)
            if decoded.contains(where: { $0 >= 0x80 }) { candidates.append(Candidate(decoded, .headerLatin1)) }
        }
        if kind == .other {
            candidates.append(Candidate(value.map(\.asciiLowercased), .signatureMismatch, at: .client, .pairs))
            candidates.append(Candidate([], .signatureMismatch, at: .client, .pairs))
        }
        return candidates
    }

    /// One blank of the value as two: the HTTP library may have collapsed them.
    private static func spaced(_ value: [UInt8]) -> [[UInt8]] {
        let places = value.indices.filter { value[$0] == 0x20 }
        guard !places.isEmpty, places.count <= 12 else { return [] }
        var all = value
        for index in places.reversed() { all.insert(0x20, at: index) }
        return [all]
            + places.map {
                var one = value
                one.insert(0x20, at: $0)
                return one
            }
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

    /// `Application/Json`, as some libraries write it.
    fileprivate var capitalisedType: String {
        split(separator: "/").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "/")
    }
}
