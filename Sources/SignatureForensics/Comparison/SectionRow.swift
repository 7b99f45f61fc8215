import SigV4

/// One section of a canonical request or a string to sign, side by side as the accounts have it.
///
/// The lines are masked as those of ``SectionDifference`` are.
public struct SectionRow: Sendable, Hashable {
    /// What one account has in a section.
    public enum Line: Sendable, Hashable {
        /// The account itself is not known.
        case unknown
        /// The account has no such line.
        case absent
        /// The line, secrets masked.
        case line([UInt8])
    }

    /// The section.
    public let section: SignedSection
    /// What the client signed.
    public let client: Line
    /// What a right signer makes of the request.
    public let wire: Line
    /// What the server expected.
    public let server: Line

    /// Whether two known accounts have different lines.
    var differs: Bool { Set([client, wire, server].filter { $0 != .unknown }).count > 1 }
}

extension SignedAccounts {
    /// Every section in which two of the accounts differ, in their order.
    ///
    /// The hash of the canonical request is among them only where the canonical requests are the same: else it follows.
    public var differences: [SectionRow] {
        let lines = [client, wire, server].map { $0.flatMap { CanonicalLines($0.canonicalRequest.bytes) } }
        let fixed = [
            row(.method, lines.map { $0.map { [$0.method] } }), row(.path, lines.map { $0.map { [$0.path] } }),
            row(.query, lines.map { $0.map { [SecretMask.masked(query: $0.query)] } }),
        ].filter(\.differs)
        var rows = fixed
        let names = lines.compactMap { $0?.headers.map(Self.name) }
        let all = names.joined().reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        for name in all {
            // The tokens are compared as they are, and shown masked.
            let found = lines.map { $0.map { $0.headers.filter { Self.name($0) == name } } }
            if Set(found.compactMap(\.self)).count > 1 {
                rows.append(row(.header(name), found.map { $0?.map(SecretMask.masked(header:)) }))
            }
        }
        if rows.count == fixed.count, Set(names).count > 1 {
            rows.append(
                row(
                    .headerOrder,
                    lines.map { $0.map { [Array($0.headers.map(Self.name).joined(separator: ";").utf8)] } }))
        }
        let ends = [
            row(.signedHeaders, lines.map { $0.map { [$0.signedHeaders] } }),
            row(.payloadHash, lines.map { $0.map { [$0.payloadHash] } }),
        ].filter(\.differs)
        rows += ends
        return rows + textDifferences(isHashOwn: rows.isEmpty)
    }

    private func textDifferences(isHashOwn: Bool) -> [SectionRow] {
        let lines = [client, wire, server].map { account -> [[UInt8]]? in
            guard let text = account?.stringToSign else { return nil }
            let lines = SectionDifference.lines(text.bytes)
            return lines.count == 4 ? lines : nil
        }
        let sections: [SignedSection] = [.algorithm, .date, .scope] + (isHashOwn ? [.canonicalRequestHash] : [])
        return sections.enumerated().map { index, section in
            row(section, lines.map { $0.map { [$0[index]] } })
        }.filter(\.differs)
    }

    private static func name(_ line: [UInt8]) -> String {
        String(decoding: line.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    }

    private func row(_ section: SignedSection, _ sides: [[[UInt8]]?]) -> SectionRow {
        let lines = sides.map { side -> SectionRow.Line in
            guard let side else { return .unknown }
            return side.isEmpty ? .absent : .line(Array(side.joined(separator: Array(" / ".utf8))))
        }
        return SectionRow(section: section, client: lines[0], wire: lines[1], server: lines[2])
    }
}
