import SigV4

extension SectionDifference {
    /// The first section in which two canonical requests differ; nil if they are the same bytes.
    public static func between(canonicalRequest first: [UInt8], and second: [UInt8]) -> SectionDifference? {
        guard first != second else { return nil }
        guard let left = CanonicalLines(first), let right = CanonicalLines(second) else { return shape(first, second) }
        let fixed: [(SignedSection, [UInt8], [UInt8])] = [
            (.method, left.method, right.method), (.path, left.path, right.path), (.query, left.query, right.query),
        ]
        for (section, one, other) in fixed where one != other { return SectionDifference(section, one, other) }
        if let difference = headers(left.headers, right.headers) { return difference }
        if left.signedHeaders != right.signedHeaders {
            return SectionDifference(.signedHeaders, left.signedHeaders, right.signedHeaders)
        }
        return SectionDifference(.payloadHash, left.payloadHash, right.payloadHash)
    }

    /// The first section in which two strings to sign differ; nil if they are the same bytes.
    public static func between(stringToSign first: [UInt8], and second: [UInt8]) -> SectionDifference? {
        guard first != second else { return nil }
        let left = lines(first)
        let right = lines(second)
        guard left.count == 4, right.count == 4 else { return shape(first, second) }
        let sections: [SignedSection] = [.algorithm, .date, .scope, .canonicalRequestHash]
        for (index, section) in sections.enumerated() where left[index] != right[index] {
            return SectionDifference(section, left[index], right[index])
        }
        return nil
    }

    /// Two texts of which one is not a canonical request or string to sign: their first differing line.
    private static func shape(_ first: [UInt8], _ second: [UInt8]) -> SectionDifference {
        let left = lines(first)
        let right = lines(second)
        let index = zip(left, right).prefix { $0 == $1 }.count
        return SectionDifference(
            .shape, index < left.count ? left[index] : nil, index < right.count ? right[index] : nil)
    }

    private static func headers(_ first: [[UInt8]], _ second: [[UInt8]]) -> SectionDifference? {
        let index = zip(first, second).prefix { $0 == $1 }.count
        let left = index < first.count ? first[index] : nil
        let right = index < second.count ? second[index] : nil
        guard left != nil || right != nil else { return nil }
        guard let leftName = left.map(name), let rightName = right.map(name) else {
            let missing = (left ?? right).map(name) ?? ""
            return SectionDifference(.header(missing), left, right)
        }
        if leftName == rightName { return SectionDifference(.header(leftName), left, right) }
        // Another name at the same place: a line is absent on one side, or the lines stand in another order.
        let leftIsElsewhere = second.contains { name($0) == leftName }
        let rightIsElsewhere = first.contains { name($0) == rightName }
        if leftIsElsewhere, rightIsElsewhere { return SectionDifference(.headerOrder, left, right) }
        return leftIsElsewhere
            ? SectionDifference(.header(rightName), nil, right) : SectionDifference(.header(leftName), left, nil)
    }

    private static func name(_ line: [UInt8]) -> String {
        String(decoding: line.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    }

    static func lines(_ text: [UInt8]) -> [[UInt8]] {
        text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    }
}
