import Evidence
import Report
import WireText

/// An event stream that is no whole one where it arrives, by what stands between.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html>.
extension FailedCall {
    /// What to do about a stream of events that ends within one.
    var cutEvent: [Remedy] {
        guard let way = ownEndpoint else { return [] }
        return [
            Remedy(
                """
                The client calls \(way) and not Bedrock itself: what stands there must hand the bytes of application/vnd.amazon.eventstream on \
                as they are, binary and not buffered. API Gateway and Lambda do so only with response streaming and without a conversion to \
                text, base64 or server-sent events; a proxy that has JSON or text/event-stream to offer is not what this client reads.
                """),
            direct,
        ]
    }

    /// The host of an endpoint that the paste sets and that is none of AWS's, or the words for one.
    private var ownEndpoint: String? {
        let around = String(shown.prefix(32_768))
        let names = [
            "BEDROCK_BASE_URL", "AWS_ENDPOINT_URL", "endpoint_url", "endpointUrl", "base_url", "baseURL", "baseUrl",
            "api_base",
        ]
        for name in names {
            guard let mark = around.firstRange(of: name),
                let start = around[mark.upperBound...].prefix(60).firstRange(of: "://")
            else { continue }
            let host = around[start.upperBound...].prefix {
                $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0))
            }
            if !host.isEmpty, !host.hasSuffix(".amazonaws.com"), !host.hasSuffix(".api.aws") { return String(host) }
        }
        return nil
    }
}
