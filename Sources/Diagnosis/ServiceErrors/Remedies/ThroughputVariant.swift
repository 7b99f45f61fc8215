/// An id that names a variant for provisioned throughput by the length of its context: `anthropic.claude-v2:0:100k`.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/prov-throughput.html>.
struct ThroughputVariant: Sendable, Hashable {
    /// The id without the length.
    let id: String

    /// The length: digits and `k`, `512`, or `mm`.
    let suffix: String

    init?(_ written: String) {
        let parts = written.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, !written.hasPrefix("arn:"), let last = parts.last, !last.isEmpty else { return nil }
        let digits = last.hasSuffix("k") ? last.dropLast() : last
        guard last == "mm" || !digits.isEmpty && digits.allSatisfy(\.isNumber) else { return nil }
        id = "\(parts[0]):\(parts[1])"
        suffix = String(last)
    }
}
