import Catalog
import ConverseAPI

/// A host name of AWS, taken apart.
///
/// `SERVICE[-fips].REGION.amazonaws.com`, `SERVICE.REGION.api.aws` for dual stack, and
/// `vpce-ID.SERVICE.REGION.vpce.amazonaws.com` for an interface endpoint.
struct AWSHostName: Hashable {
    /// The service's endpoint prefix without `-fips`, such as `bedrock-runtime`.
    let service: String

    /// `nil` for a host that serves all regions, such as `iam.amazonaws.com`.
    let region: String?

    /// `nil` when the host is not AWS's.
    init?(_ host: String) {
        let name = host.lowercased()
        let suffixes = ["on.aws"] + Partition.all.flatMap { [$0.suffix, $0.dualStackSuffix] }
        let matching = suffixes.filter { name.hasSuffix("." + $0) }
        guard let suffix = matching.max(by: { $0.utf8.count < $1.utf8.count }) else { return nil }
        var labels = name.dropLast(suffix.utf8.count + 1).split(separator: ".", omittingEmptySubsequences: false)
        guard !labels.isEmpty, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        if labels.last == "vpce" { labels.removeLast() }
        if labels.first?.hasPrefix("vpce-") == true { labels.removeFirst() }
        if let last = labels.last, labels.count >= 2, RegionCatalog.isWellFormed(last) {
            region = String(last)
            labels.removeLast()
        } else {
            region = nil
        }
        guard let first = labels.last else { return nil }
        service = first.hasSuffix("-fips") ? String(first.dropLast(5)) : String(first)
    }
}
