import Synchronization
import WireText

/// Decides which hosts are answered for, and with which certificate.
final class ProxyGate: Sendable {
    private let proxy: ForwardProxy
    private let regions: Set<String>
    /// The server's own address, which a client may call through itself.
    private let own: LocalHost
    private let identities = Mutex<[String: ServerIdentity]>([:])

    /// A client that makes names up gets no more certificates remembered than this.
    private static let mostIdentities = 256

    /// - Parameters:
    ///   - regions: the regions that the server claims to be in.
    ///   - host: the address that it listens on.
    init(_ proxy: ForwardProxy, regions: Set<String>, host: String) {
        self.proxy = proxy
        self.regions = regions
        own = LocalHost(listeningOn: host)
    }

    /// What the server shows in the tunnel that a client asks for.
    ///
    /// Its target is `host:port` (RFC 9110, section 7.2), which the header `Host` says again, perhaps without the port. A body
    /// means nothing there (section 9.3.6): what one server takes for it, another takes for the tunnel's first bytes.
    func identity(forTunnel request: ReceivedHead) throws(HTTPFault) -> ServerIdentity {
        let text = String(decoding: request.target, as: UTF8.self)
        guard request.hasOneHost, let framing = RequestFraming(request), [.none, .length(0)].contains(framing),
            let colon = text.lastIndex(of: ":"), let port = Self.port(text[text.index(after: colon)...])
        else { throw .malformedHead() }
        if let said = request.headers.text(of: "host"), !text.equalsIgnoringCase(said),
            !String(text[..<colon]).equalsIgnoringCase(said)
        {
            throw .malformedHead()
        }
        let host = Self.withoutRoot(String(text[..<colon]))
        guard port == 443 else { throw .foreignHost(RequestTarget.printable(text), regions.sorted()) }
        try check(host)
        return try identity(for: host.asciiLowercased)
    }

    /// The number of a port: digits alone, and no zero before them.
    private static func port(_ text: Substring) -> UInt16? {
        text.utf8.first != UInt8(ascii: "0") && text.utf8.allSatisfy(\.isDigit) ? UInt16(text) : nil
    }

    /// Why a request with a whole URL is not answered; nil for one that is.
    func refusal(of head: ReceivedHead) -> HTTPFault? {
        guard let authority = head.authority else { return nil }
        let text = String(decoding: authority, as: UTF8.self)
        if own.accepts(text) { return nil }
        let host = Self.withoutRoot(text.hasSuffix(":80") ? String(text.dropLast(3)) : text)
        do throws(HTTPFault) {
            try check(host)
            return nil
        } catch {
            return error
        }
    }

    private func check(_ host: String) throws(HTTPFault) {
        if proxy.names.contains(where: { Self.matches($0, host.asciiLowercased) }) { return }
        guard let played = PlayedHost(host) else {
            throw .foreignHost(RequestTarget.printable(String(host.prefix(253))), regions.sorted())
        }
        guard regions.contains(played.region) else { throw .foreignRegion(played.region, regions.sorted()) }
    }

    /// A name that is written up to the root of the names, by a dot at its end (RFC 1034, section 3.1), is the same one.
    private static func withoutRoot(_ host: String) -> String { host.hasSuffix(".") ? String(host.dropLast()) : host }

    private static func matches(_ name: CertificateName, _ host: String) -> Bool {
        guard name.text.hasPrefix("*.") else { return name.text == host }
        guard let dot = host.firstIndex(of: ".") else { return false }
        return host[dot...] == name.text.dropFirst()
    }

    private func identity(for host: String) throws(HTTPFault) -> ServerIdentity {
        if let known = identities.withLock({ $0[host] }) { return known }
        guard let name = try? CertificateName(host), let made = try? proxy.authority.identity(for: [name]) else {
            throw .malformedHead()
        }
        identities.withLock { identities in
            if identities.count >= Self.mostIdentities { identities = [:] }
            identities[host] = made
        }
        return made
    }
}
