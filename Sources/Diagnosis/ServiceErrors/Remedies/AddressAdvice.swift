import Codes
import Evidence
import Report
import WireText

/// Connections that failed for the address that was called, and not for the way to it: a name with a gap in it, a proxy or a server
/// on the very machine at which nobody listens.
extension Advice {
    static let addresses: [Advice] = [
        Advice(for: .regionMissing) { call in call.hostWithoutRegion },
        Advice(for: .networkProxyFailed) { call in call.silentProxy },
        Advice(for: .networkUnreachable) { call in call.telemetryExport?.remedy },
        Advice(for: .networkUnreachable) { call in call.silentServer },
        Advice(for: .networkNameUnresolved) { call in call.unnamedHost },
    ]
}

extension FailedCall {
    /// The address of this machine, or of a proxy, that the failure names.
    var refusedAddress: RefusedAddress? { details.metadata == nil ? RefusedAddress(in: message) : nil }

    /// A host that a client made without a region.
    fileprivate var hostWithoutRegion: Remedy? {
        guard let name = NamelessHost.first(in: message) else { return nil }
        let setting = RegionSetting.of(scene, text: answer.surroundings)
        return Remedy(
            """
            The host that the client called, \(PrintableText.escaped(name, limit: 64)), has nothing where the region belongs (or was cut there): the client's own setting is blank. \
            Set the region where the failing call takes it from\(setting.map { ": \($0.reads)" } ?? " (a region argument, a saved credential or connection, AWS_REGION)"). New keys change nothing.
            """)
    }

    /// A web proxy at which nobody listens.
    fileprivate var silentProxy: [Remedy] {
        guard let address = refusedAddress else { return [] }
        let shown = PrintableText.escaped(address.text, limit: 80)
        let whose = address.isLocal ? ", a proxy on the machine (or in the container) itself" : ", a web proxy"
        return [
            Remedy.advice(
                """
                Nobody listens at \(shown)\(whose), so neither Bedrock nor the network beyond was asked. The program was sent there by HTTP_PROXY, HTTPS_PROXY or \
                ALL_PROXY (in small letters too), by a proxy setting of its own, or by a sandbox that sets them for what it runs. Start that proxy, or take the \
                setting away in that very place.
                """,
                env)
        ]
    }

    /// A server on this machine that is no proxy, as far as is known.
    fileprivate var silentServer: [Remedy] {
        guard let address = refusedAddress, address.isLocal else { return [] }
        return [
            Remedy.advice(
                """
                Nobody listens at \(PrintableText.escaped(address.text, limit: 80)): that is the machine itself, so a gateway, a mock or a local service was meant, and no endpoint of AWS's. Start that server, or see what sends the program there: its base URL, endpoint_url, AWS_ENDPOINT_URL or AWS_ENDPOINT_URL_BEDROCK_RUNTIME, a proxy variable. In a \
                container localhost is the container: name the other one by its service, the host by host.docker.internal.
                """,
                env)
        ]
    }

    /// A lookup that failed for a name which is not shown.
    fileprivate var unnamedHost: [Remedy] {
        guard host == nil, scene.program != nil || WordText(text).has("bedrock") else { return [] }
        let setting = RegionSetting.of(scene, text: answer.surroundings)
        return [
            Remedy(
                """
                The name that was looked up is not shown. The client makes it from its region or endpoint setting, and a blank or misspelt one makes a name that \
                nobody has: look there first\(setting.map { " (\($0.reads))" } ?? ""), and let the client print the URL (its debug log).
                """),
            Remedy(
                """
                If region and endpoint are right, the name has no address where the program runs: no network, a VPN that is not up, a container without DNS, or a \
                company's network in which only the proxy resolves names (HTTPS_PROXY).
                """),
        ]
    }
}
