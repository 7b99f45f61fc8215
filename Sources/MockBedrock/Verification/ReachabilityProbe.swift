import SigV4
import WireText

/// An unsigned look at whether the server answers: what a load balancer, a container's health check, a script that waits
/// for the port and `doctor check` send before anybody signs anything.
///
/// It gets the 403 that Bedrock gives it, and that is what it came for: no call was refused. A client that forgot to sign
/// names an operation, or sends a body.
enum ReachabilityProbe {
    /// The last segment of the paths that such checks use by convention; no operation of Bedrock has such a name.
    private static let names: Set<String> = [
        "favicon.ico", "health", "healthcheck", "healthy", "healthz", "live", "livez", "ping", "ready", "readyz",
        "robots.txt",
        "status",
    ]

    static func isOne(_ request: ReceivedRequest) -> Bool {
        guard ["GET", "HEAD"].contains(request.head.method), request.body.isEmpty, case .unknown = request.route,
            !request.head.headers.contains(where: { $0.isNamed("authorization") }),
            request.target.queryValue("X-Amz-Signature") == nil, request.target.queryValue("X-Amz-Credential") == nil
        else { return false }
        guard let last = request.target.path.split(separator: UInt8(ascii: "/")).last else { return true }
        return names.contains(String(decoding: last, as: UTF8.self).lowercased())
    }
}
