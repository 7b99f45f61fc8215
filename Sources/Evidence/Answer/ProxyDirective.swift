import JSONText
import WireText

/// A line by which a web proxy is told where to pass calls on to, and which host to name there: nginx, Apache, Caddy, HAProxy, Traefik
/// and Envoy.
///
/// Sources: <https://nginx.org/en/docs/http/ngx_http_proxy_module.html>, <https://httpd.apache.org/docs/current/mod/mod_proxy.html>,
/// <https://caddyserver.com/docs/caddyfile/directives/reverse_proxy>, <https://docs.haproxy.org/>,
/// <https://doc.traefik.io/traefik/reference/routing-configuration/http/load-balancing/service/>,
/// <https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto>.
package enum ProxyDirective: Sendable, Hashable {
    /// Where calls are passed on to: a name with its port, or one of the file's own.
    case target(String)
    /// The host that is sent on, as it is written: a name or a variable.
    case host(String)
    /// The host by which the proxy itself was called is sent on.
    case ownHost

    /// Reads a line; `nil` where it is none of these.
    package init?(_ line: Substring) {
        let text = Substring(line.trimmedWhitespace())
        let words = text.split { " \t;\"'".contains($0) }
        guard let first = words.first else { return nil }
        if Self.passing.contains(String(first)), words.count > 1 {
            // Apache's has the path before the URL.
            let url = words.dropFirst().first { $0.contains("://") } ?? words[1]
            let host = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url
            self = .target(String(host.prefix { $0 != "/" }))
            return
        }
        let lower = words.map { $0.lowercased() }
        if let place = lower.firstIndex(of: "host"), place > 0, lower[..<place].contains(where: Self.setting.contains) {
            self = .host(words.dropFirst(place + 1).first.map(String.init) ?? "")
        } else if lower[0] == "proxypreservehost", lower.dropFirst().first == "on" {
            self = .ownHost
        } else if lower[0] == "passhostheader:", lower.dropFirst().first == "true" {
            self = .ownHost
        } else if let place = lower.firstIndex(where: { $0.hasPrefix("host_rewrite_literal") }) {
            self = place + 1 < words.count ? .host(String(words[words.count - 1])) : .ownHost
        } else {
            return nil
        }
    }

    private static let passing: Set<String> = ["proxy_pass", "ProxyPass", "reverse_proxy"]
    private static let setting: Set<String> = ["proxy_set_header", "header_up", "set-header", "requestheader"]
}
