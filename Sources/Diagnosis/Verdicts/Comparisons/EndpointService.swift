import Catalog
import Codes
import Evidence
import JSONText
import Report
import WireText

/// A VPC endpoint beside a host that was not reached: it serves one service in one region.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html>.
enum EndpointService {
    static func compare(_ call: ComparedCall) -> Comparison? {
        guard let host = call.host, let region = host.region, host.service.hasPrefix("bedrock"),
            [.networkUnreachable, .networkNameUnresolved, .networkAnswerTimeout, .regionHasNoEndpoint].contains(
                call.code)
        else { return nil }
        let named = call.lines.lazy.compactMap { line in endpoint(in: line).map { (line, $0.region, $0.service) } }
        guard let (line, itsRegion, service) = named.first,
            !named.contains(where: { $0.1 == region && $0.2 == host.service })
        else { return nil }
        let wanted = "com.amazonaws.\(region).\(host.service)"
        let what =
            itsRegion == region
            ? "is for \(PrintableText.escaped(service, limit: 40)), and the call goes to \(host.service), which is another service"
            : "lies in \(PrintableText.escaped(itsRegion, limit: 40)), and the call goes to \(region)"
        return Comparison(
            pasted: line, asked: wanted,
            remedy: Remedy(
                """
                The VPC endpoint (line \(line.number)) \(what): a call from a subnet without another way out does not get there. Make one for \(wanted), with private DNS and a security group that lets \
                port 443 in, or call the region that the endpoint is for.
                """))
    }

    /// `com.amazonaws.REGION.SERVICE`.
    private static func endpoint(in line: PastedLine) -> (region: String, service: String)? {
        guard let mark = line.text.firstRange(of: "com.amazonaws.") else { return nil }
        let name = line.text[mark.upperBound...].prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0))
        }
        let parts = name.split(separator: ".")
        guard parts.count > 1, RegionCatalog.looksLikeRegion(String(parts[0])), parts[1].hasPrefix("bedrock") else {
            return nil
        }
        return (String(parts[0]), String(parts[1]))
    }
}
