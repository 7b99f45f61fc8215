/// A request target without the signature that a presigned one has in its query.
enum UnsignedTarget {
    private static let parameters: Set<String> = [
        "x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-expires", "x-amz-signedheaders", "x-amz-signature",
        "x-amz-security-token",
    ]

    static func text(_ target: [UInt8]) -> String {
        let text = String(decoding: target, as: UTF8.self)
        guard let question = text.firstIndex(of: "?") else { return text }
        let pairs = text[text.index(after: question)...].split(separator: "&", omittingEmptySubsequences: false)
        let kept = pairs.filter { !parameters.contains($0.prefix { $0 != "=" }.lowercased()) }
        guard kept.count < pairs.count else { return text }
        return String(text[..<question]) + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }
}
