import SigV4
import WireText

/// What a relay hands on, besides that it must be signed with one of the server's credentials.
///
/// Whatever is handed on is signed anew by somebody with rights of their own. So a relay is of use to its client only, and
/// for no more than the client needs: a page in a browser, which reaches every port of this machine, is turned away, and so
/// is an operation that nobody asked for.
public struct RelayAdmission: Sendable, Hashable {
    /// What may be done beside the usual operations.
    public var allowed: [RelayPattern]
    /// The names by which the server may be called beside its address, in small letters.
    public var names: [String]

    /// The usual operations, and what is allowed besides.
    ///
    /// Usual are the runtime's calls of models, all of which IAM knows as `bedrock:InvokeModel`, counting tokens, and the
    /// control plane's reads of models, profiles and availability.
    ///
    /// - Parameters:
    ///   - allowed: What may be done beside the usual operations.
    ///   - names: The names by which the server may be called beside its address.
    public init(allowing allowed: [RelayPattern] = [], at names: [String] = []) {
        self.allowed = allowed
        self.names = names.map(\.asciiLowercased)
    }

    /// Why a request may not come from where it comes, whatever its signature; nil if it may.
    ///
    /// - Parameter host: The address that the server listens on.
    func refusal(ofSender request: ReceivedRequest, listeningOn host: String) -> String? {
        if let field = request.head.headers.first(where: { Self.isBrowsers($0.name) }) {
            return "it comes from a page in a browser (\(field.name) is set)"
        }
        let hosts = request.head.headers.filter { $0.isNamed("host") }
        guard hosts.count == 1, let value = hosts.first?.text, LocalHost(listeningOn: host, or: names).accepts(value)
        else {
            return "its Host is not this server's address, as if a name had been bound to it (DNS rebinding)"
        }
        return nil
    }

    /// Why the operation is not handed on; nil if it is.
    func refusal(ofOperation request: ReceivedRequest) -> String? {
        let path = String(decoding: request.target.path, as: UTF8.self)
        // What the service makes of such a path is not what it looks like.
        guard Self.isPlain(path) else {
            return "its target is not a plain path: empty and dot segments mean another one"
        }
        if Self.isUsual(request, segments: path.split(separator: "/").count) { return nil }
        if allowed.contains(where: { $0.matches(method: request.head.method, path: path) }) { return nil }
        return "it is not one of the runtime's operations, and nothing allows \(request.head.method) of this path"
    }

    /// What browsers add to the requests of pages.
    ///
    /// `Sec-Fetch-Mode` is not among them: Node's `fetch` sends it, and browsers never send it alone.
    private static func isBrowsers(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["origin", "sec-fetch-site", "sec-fetch-dest", "sec-fetch-user"].contains(name)
            || name.hasPrefix("access-control-request-")
    }

    /// Whether the path has no segment that a server may take away.
    private static func isPlain(_ path: String) -> Bool {
        guard path.hasPrefix("/") else { return false }
        return path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).allSatisfy { segment in
            let dots = segment.lowercased().replacing("%2e", with: ".")
            return !dots.isEmpty && dots != "." && dots != ".."
        }
    }

    private static func isUsual(_ request: ReceivedRequest, segments: Int) -> Bool {
        switch (request.head.method, request.route) {
        // A route is read from its end, so as to allow a prefix; here none is in front.
        case ("POST", .model): segments == 3
        case ("GET", .foundationModels), ("GET", .inferenceProfiles): segments == 1
        case ("GET", .foundationModel), ("GET", .inferenceProfile), ("GET", .availability): segments == 2
        default: false
        }
    }
}
