import Codes
import SigV4
import WireText

/// Names the differences between two accounts that no known mistake explains, from the line in which they are.
struct RemainingDifferences {
    let place: FaultPlace
    /// What to call the account at fault: "the client signed", "the server saw".
    let subject: String

    /// A finding for each line that differs.
    func findings(_ wrong: SignedTexts, _ right: SignedTexts) -> [CauseFinding] {
        guard let one = CanonicalLines(wrong.canonicalRequest.bytes),
            let other = CanonicalLines(right.canonicalRequest.bytes)
        else { return [] }
        var findings: [CauseFinding] = []
        if one.path != other.path { findings.append(path(one.path, other.path)) }
        if one.query != other.query {
            let isAlike = Escape.decoded(Escape.decoded(one.query)) == Escape.decoded(Escape.decoded(other.query))
            findings.append(
                finding(
                    isAlike ? .queryEncoding : one.query.isEmpty ? .queryInPath : .signatureMismatch, .likely,
                    SectionDifference(.query, one.query, other.query)))
        }
        findings += headers(one, other)
        if one.payloadHash != other.payloadHash { findings.append(payload(one.payloadHash, other.payloadHash)) }
        if let wrongText = wrong.stringToSign, let rightText = right.stringToSign {
            findings += text(SectionDifference.lines(wrongText.bytes), SectionDifference.lines(rightText.bytes))
        }
        return findings
    }

    private func finding(
        _ cause: FindingCode, _ confidence: CauseConfidence, _ difference: SectionDifference
    ) -> CauseFinding {
        let told = "\(subject) another \(difference.section)."
        // A difference that has no name is stated, without a cause.
        let summary =
            cause == .signatureMismatch ? told.prefix(1).uppercased() + told.dropFirst() : "\(cause.title): \(told)"
        return CauseFinding(cause, at: place, confidence, summary: summary, difference: difference)
    }

    private func path(_ one: [UInt8], _ other: [UInt8]) -> CauseFinding {
        let difference = SectionDifference(.path, one, other)
        if let first = one.first, first != UInt8(ascii: "/"), other.first == UInt8(ascii: "/") {
            return noPath(one, difference)
        }
        let isSuffix =
            one.count < other.count ? other.suffix(one.count) == one[...] : one.suffix(other.count) == other[...]
        if isSuffix { return finding(.pathPrefix, .likely, difference) }
        func plain(_ path: [UInt8]) -> [UInt8] { Escape.decoded(Escape.decoded(path)) }
        return finding(plain(one) == plain(other) ? .pathDouble : .signatureMismatch, .likely, difference)
    }

    /// A second line that is not a path: a host, or the whole URL.
    private func noPath(_ line: [UInt8], _ difference: SectionDifference) -> CauseFinding {
        let text = VisibleBytes.text(line.prefix(200))
        let what = text.contains("://") ? "the URL '\(text)'" : text.contains(".") ? "the host '\(text)'" : "'\(text)'"
        return CauseFinding(
            .pathPrefix, at: .client, .certain,
            summary: "The second line of the canonical request is \(what), where the path belongs.",
            difference: difference,
            fix: """
                Write the path alone on the second line: what stands behind the host in the URL, '/' if there is nothing. \
                The host belongs to the header lines only.
                """)
    }

    private func payload(_ one: [UInt8], _ other: [UInt8]) -> CauseFinding {
        let isHash = one.count == 64 && one.allSatisfy { $0.hexDigit != nil }
        let isEmpty = one == SHA256Digest.hash([]).hexBytes
        return finding(
            !isHash ? .bodyUnsigned : isEmpty ? .bodyUnhashed : .bodyChanged, isHash && isEmpty ? .certain : .likely,
            SectionDifference(.payloadHash, one, other))
    }

    private func headers(_ one: CanonicalLines, _ other: CanonicalLines) -> [CauseFinding] {
        func named(_ lines: [[UInt8]]) -> [String: [UInt8]] {
            Dictionary(
                lines.map { (String(decoding: $0.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self), $0) },
                uniquingKeysWith: { first, _ in first })
        }
        let (left, right) = (named(one.headers), named(other.headers))
        var findings: [CauseFinding] = []
        for name in Set(left.keys).union(right.keys).sorted() where left[name] != right[name] {
            let difference = SectionDifference(.header(name), left[name], right[name])
            findings.append(finding(cause(name, left[name], right[name]), .likely, difference))
        }
        if findings.isEmpty, one.headers != other.headers {
            let difference = SectionDifference.between(
                canonicalRequest: Self.text(one), and: Self.text(other))
            findings.append(
                CauseFinding(
                    .headerSort, at: place, .certain, summary: FindingCode.headerSort.title + ".",
                    difference: difference))
        } else if findings.isEmpty, one.signedHeaders != other.signedHeaders {
            findings.append(
                finding(.headerSort, .likely, SectionDifference(.signedHeaders, one.signedHeaders, other.signedHeaders))
            )
        }
        return findings
    }

    private static func text(_ lines: CanonicalLines) -> [UInt8] {
        Array(
            ([lines.method, lines.path, lines.query] + lines.headers + [[], lines.signedHeaders, lines.payloadHash])
                .joined(separator: [0x0A]))
    }

    private func cause(_ name: String, _ one: [UInt8]?, _ other: [UInt8]?) -> FindingCode {
        if let one, let other, one.filter({ !$0.isWhitespace }) == other.filter({ !$0.isWhitespace }) {
            return .headerSpace
        }
        switch name {
        case "host":
            func bare(_ line: [UInt8]?) -> String {
                HostValues.split(String(decoding: (line ?? []).dropFirst(5), as: UTF8.self)).name
            }
            return bare(one) == bare(other) ? .headerPort : .headerHost
        case "x-amz-date", "date": return .timeTwo
        case "x-amz-security-token": return one == nil ? .tokenUnsigned : .tokenStale
        case "x-amz-content-sha256": return .bodyHashHeader
        case "authorization": return .timeReuse
        default: break
        }
        if let cause = HeaderKind(name).cause { return cause }
        if one == nil { return name.hasPrefix("x-amz-") ? .headerUnsigned : .headerForwarded }
        return other.map { $0.count <= name.utf8.count + 1 } ?? true ? .headerMissing : .signatureMismatch
    }

    private func text(_ one: [[UInt8]], _ other: [[UInt8]]) -> [CauseFinding] {
        guard one.count == 4, other.count == 4 else { return [] }
        var findings: [CauseFinding] = []
        if one[1] != other[1] {
            findings.append(finding(.timeTwo, .likely, SectionDifference(.date, one[1], other[1])))
        }
        let (left, right) = (one[2].split(separator: 0x2F), other[2].split(separator: 0x2F))
        guard left != right else { return findings }
        let causes: [FindingCode] = [.scopeDate, .scopeRegion, .scopeService, .scopeService]
        let index = min(zip(left, right).prefix { $0 == $1 }.count, 3)
        findings.append(finding(causes[index], .likely, SectionDifference(.scope, one[2], other[2])))
        return findings
    }
}
