import JSONText
import WireText

/// An address on this machine, or a port of a web proxy, at which a client found nobody: never an endpoint of AWS's.
package struct RefusedAddress: Sendable, Hashable {
    package let host: String
    package let port: Int?

    /// Whether it is of the very machine on which the client runs.
    package var isLocal: Bool { Self.isLocal(host) }

    /// Whether web proxies listen at that port by habit, and little else does.
    package var isProxyPort: Bool { port.map(Self.proxyPorts.contains) ?? false }

    /// As a person writes it.
    package var text: String { port.map { "\(host):\($0)" } ?? host }

    /// Squid, Privoxy, SOCKS, Clash, v2ray, Zscaler's and corporate ones.
    private static let proxyPorts: Set<Int> = [
        1080, 3128, 3129, 7890, 7891, 7897, 8118, 8888, 10808, 10809, 20171,
    ]

    private static let limit = 16_384

    /// The address in the words of a client that could not connect; `nil` where another one stands there, or none.
    package init?(in text: String) {
        for line in text.prefix(Self.limit).split(whereSeparator: \.isNewline) {
            guard !ConfigurationLine.stands(line), Self.isRefusal(line.lowercased()),
                let found = Self.address(in: line)
            else { continue }
            self = found
            return
        }
        return nil
    }

    private init(_ host: Substring, _ port: Int?) {
        self.host = String(host)
        self.port = port
    }

    private static func isRefusal(_ line: String) -> Bool {
        [
            "econnrefused", "connection refused", "failed to connect", "couldn't connect", "could not connect",
            "cannot connect", "connect call failed", "unable to connect", "actively refused", "connection error",
            "failed to establish a new connection",
        ].contains(where: line.contains)
    }

    private static func isLocal(_ host: String) -> Bool {
        host == "localhost" || host.hasPrefix("127.") || host == "::1" || host == "0.0.0.0"
    }

    /// The last address of a line that is of this machine or has a port of proxies: the names before it are those that were asked
    /// for.
    private static func address(in line: Substring) -> RefusedAddress? {
        let pieces = line.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "-.:_".contains($0))) }
        var found: RefusedAddress?
        for (place, piece) in pieces.enumerated() {
            // `http://127.0.0.1:8118` is two pieces.
            let bare = piece.trimmed(of: ".:-_")
            let name = bare.hasPrefix("::1") ? bare.prefix(3) : bare.prefix { $0 != ":" }
            let inner = bare[name.endIndex...].dropFirst()
            let next = pieces[(place + 1)...].prefix(2)
            // `localhost port 3128`, `('127.0.0.1', 3128)`, `host='localhost', port=3128`.
            let port =
                Int(inner.prefix(while: \.isNumber)) ?? next.first.flatMap { Int($0) }
                ?? (next.first == "port" ? next.last.flatMap { Int($0.trimmed(of: ".:")) } : nil)
            let address = RefusedAddress(name, port.flatMap { (1...65_535).contains($0) ? $0 : nil })
            guard
                isLocal(String(name)) || address.isProxyPort && name.contains(where: { $0 == "." }) && name != "0.0.0.0"
            else { continue }
            found = address
        }
        return found
    }
}
