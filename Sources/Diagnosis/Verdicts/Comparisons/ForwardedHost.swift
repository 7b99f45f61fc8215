import Codes
import Evidence
import JSONText
import Report
import WireText

/// A proxy's file beside a refused signature: the host is always signed, and a proxy writes another one, or hands on the one by which
/// it was called itself.
///
/// Sources: <https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header>,
/// <https://httpd.apache.org/docs/current/mod/mod_proxy.html#proxypreservehost>,
/// <https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto>.
enum ForwardedHost {
    static func compare(_ call: ComparedCall) -> Comparison? {
        guard call.code == .signatureMismatch, let target = target(in: call.lines) else { return nil }
        if ProvedPath.stands(in: call) { return nil }
        guard let forwarded = forwarded(in: call.lines) else {
            // nginx sends the name in proxy_pass where the file says nothing of the host.
            guard target.line.text.contains("proxy_pass ") else { return nil }
            return comparison(
                target.line, target, sends: "the name in its proxy_pass, since no proxy_set_header Host stands there")
        }
        return comparison(forwarded.line, target, sends: forwarded.sends)
    }

    private static func comparison(_ line: PastedLine, _ target: Target, sends: String) -> Comparison {
        let name = PrintableText.escaped(target.host, limit: 100)
        let isAWS = AWSHostName(String(target.host.prefix { $0 != ":" })) != nil
        let set = set(line.text, name)
        let tls = isAWS && target.line.text.contains("proxy_pass") ? ", with proxy_ssl_server_name on" : ""
        return Comparison(
            pasted: line, asked: target.line.text.trimmedWhitespace().description,
            remedy: Remedy(
                """
                The host is part of every signature, and what arrives is \(sends) (line \(line.number)). It has to be the one that was signed. Signed or presigned for \(name): \(set)\(tls). Where the \
                client can be told instead, let it sign for the public name by which it is called, and hand that on unchanged with its port. The keys are not what \
                differs.
                """),
            cause: (.headerHost, .likely))
    }

    /// How the proxy of a line is told to send a host.
    private static func set(_ line: String, _ name: String) -> String {
        let text = line.lowercased()
        if text.contains("proxypreservehost") {
            return "ProxyPreserveHost Off and the name in ProxyPass, so that Host is \(name)"
        }
        if text.contains("passhostheader") { return "passHostHeader: false with the server's URL at \(name)" }
        if text.contains("host_rewrite") { return "host_rewrite_literal: \(name)" }
        if text.contains("header_up") { return "header_up Host \(name)" }
        if text.contains("http-request") { return "http-request set-header Host \(name)" }
        return "proxy_set_header Host \(name);"
    }

    // MARK: Lines

    /// What a proxy passes its calls on to.
    private struct Target {
        let host: String
        let line: PastedLine
    }

    private static func target(in lines: [PastedLine]) -> Target? {
        for line in lines {
            guard case .target(let name)? = ProxyDirective(line.text[...]) else { continue }
            return Target(host: upstream(name, in: lines) ?? name, line: line)
        }
        return nil
    }

    /// The server behind a name of nginx's own: `upstream NAME { server minio:9000; }`.
    private static func upstream(_ name: String, in lines: [PastedLine]) -> String? {
        guard let place = lines.firstIndex(where: { $0.text.contains("upstream \(name)") }) else { return nil }
        let server = lines[place...].prefix(12).lazy.map { $0.text.trimmedWhitespace() }.first {
            $0.hasPrefix("server ")
        }
        return server.map { String($0.dropFirst("server ".count).prefix { $0 != ";" && $0 != " " }) }
    }

    private static func forwarded(in lines: [PastedLine]) -> (line: PastedLine, sends: String)? {
        for line in lines {
            switch ProxyDirective(line.text[...]) {
            case .host(let value)?: return (line, sends(value))
            case .ownHost?: return (line, own)
            case .target?, nil: continue
            }
        }
        return nil
    }

    private static let own = "the Host by which the proxy itself was called"

    private static func sends(_ value: String) -> String {
        if value.hasPrefix("$") || value.hasPrefix("%") || value.hasPrefix("{") {
            return value == "$proxy_host"
                ? "the name in its proxy_pass" : own + " (\(PrintableText.escaped(value, limit: 40)))"
        }
        return "the name \(PrintableText.escaped(value, limit: 80))"
    }
}
