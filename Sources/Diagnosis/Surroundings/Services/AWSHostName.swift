import Catalog
import ConverseAPI

/// A host name of AWS, taken apart.
///
/// `SERVICE[-fips].REGION.amazonaws.com`, `SERVICE.REGION.api.aws` for dual stack, `vpce-ID.SERVICE.REGION.vpce.amazonaws.com`
/// for an interface endpoint, `NAME.REGION.SERVICE.amazonaws.com` as Elasticsearch, ELB and EKS have it, and S3's own forms.
///
/// Sources: <https://docs.aws.amazon.com/general/latest/gr/rande.html>,
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html>.
struct AWSHostName: Hashable {
    /// The service's endpoint prefix without `-fips`, such as `bedrock-runtime`.
    let service: String

    /// `nil` for a host that serves all regions, such as `iam.amazonaws.com`.
    let region: String?

    /// Whether the host is an interface endpoint in a VPC.
    let isInterfaceEndpoint: Bool

    /// `nil` when the host is not AWS's.
    init?(_ host: String) {
        let name = host.lowercased()
        let suffixes = ["on.aws"] + Partition.all.flatMap { [$0.suffix, $0.dualStackSuffix] }
        let matching = suffixes.filter { name.hasSuffix("." + $0) }
        guard let suffix = matching.max(by: { $0.utf8.count < $1.utf8.count }) else { return nil }
        var labels = name.dropLast(suffix.utf8.count + 1).split(separator: ".", omittingEmptySubsequences: false)
        guard !labels.isEmpty, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        isInterfaceEndpoint = labels.last == "vpce"
        if isInterfaceEndpoint { labels.removeLast() }
        if labels.first?.hasPrefix("vpce-") == true { labels.removeFirst() }
        var region: String?
        if let last = labels.last, labels.count >= 2, RegionCatalog.isWellFormed(last) {
            region = String(last)
            labels.removeLast()
        } else if labels.count >= 3, RegionCatalog.isWellFormed(labels[labels.count - 2]) {
            // `search-x.eu-west-1.es`, `x.us-east-1.elb`.
            region = String(labels.remove(at: labels.count - 2))
        }
        labels.removeAll { $0 == "dualstack" }
        guard let last = labels.last else { return nil }
        var service = last.hasSuffix("-fips") ? String(last.dropLast(5)) : String(last)
        // `s3-us-west-2`, `s3-accelerate`, `s3-website-us-east-1`.
        if service.hasPrefix("s3-"), !["s3-control", "s3-outposts", "s3-object-lambda"].contains(service) {
            region = region ?? RegionCatalog.all.first { service.hasSuffix("-" + $0.name) }?.name
            service = "s3"
        }
        // Some names have a part of their own before the service: `portal.sso`, `runtime.sagemaker`.
        if let before = labels.dropLast().last, SigningName.isEndpoint("\(before).\(service)") {
            service = "\(before).\(service)"
        }
        self.service = service
        self.region = region
    }
}
