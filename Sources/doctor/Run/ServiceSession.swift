import Catalog
import Codes
import Converse
import ConverseAPI
import Diagnosis
import HTTPTransport
import MockBedrock
import Report
import SigV4

/// What a command works against: the user's environment and endpoint, or the embedded mock.
struct ServiceSession: Sendable {
    /// What the environment check found, and the settings that follow.
    let diagnosis: EnvironmentDiagnosis

    /// The variables that the transport may read: proxies and trust.
    ///
    /// Empty with the mock.
    let transportEnvironment: [String: String]

    /// The models by which calls are judged.
    let catalog: ModelCatalog

    /// The version of HTTP that the transport speaks.
    let httpVersion: HTTPVersionChoice

    /// The scheme that was asked for.
    var auth = AuthChoice.auto

    /// The key pairs of accounts that the embedded mock has made for them; empty without the mock.
    var targetKeys: [String: SigningCredentials] = [:]

    /// The embedded server, which the command ends with ``close()``.
    let mock: MockServer?

    var settings: ResolvedSettings { diagnosis.settings }

    /// The endpoint of the settings.
    ///
    /// - Throws: ``NoEndpoint`` when a variable, a flag or the region makes no URL; the finding says which.
    func endpoint() throws(NoEndpoint) -> ConverseEndpoint {
        guard let resolved = settings.endpoint else { throw NoEndpoint() }
        return resolved.endpoint
    }

    /// The endpoint of one region: the region's own host, unless an endpoint was named, which then serves all regions.
    func endpoint(of region: String, service: BedrockService = .runtime) throws -> ConverseEndpoint {
        // The service's own variable comes before what is named for the other one.
        if service != .runtime, settings.endpoint?.origin != .argument, mock == nil,
            let url = transportEnvironment[service.endpointVariable], !url.isEmpty
        {
            return try ConverseEndpoint(url: url)
        }
        if isEndpointGiven { return try endpoint() }
        return try ConverseEndpoint(
            region: region, variant: EndpointVariant(environment: transportEnvironment), service: service)
    }

    /// Whether the endpoint was named, by flag, variable or the mock, rather than derived from the region.
    var isEndpointGiven: Bool {
        guard let endpoint = settings.endpoint else { return !endpointFaults.isEmpty }
        return endpoint.origin != .region
    }

    /// Whether the endpoint is one for every service: the mock, an `--endpoint-url` or `AWS_ENDPOINT_URL` that is not a host
    /// of AWS's, or any on this machine.
    var takesEveryService: Bool {
        guard let resolved = settings.endpoint, EndpointHostKind(resolved.endpoint.host) != .aws else { return false }
        switch resolved.origin {
        case .argument, .variable("AWS_ENDPOINT_URL"): return true
        case .variable: return EndpointHostKind(resolved.endpoint.host) == .thisMachine
        case .region: return false
        }
    }

    /// What is wrong with a named endpoint.
    private var endpointFaults: [Finding] {
        diagnosis.findings.filter { $0.check == .endpoint && $0.status == .fail }
    }

    /// Why there is nothing to send to: what is wrong with the endpoint, else with the region that its host is made of.
    ///
    /// Empty when there is an endpoint.
    var obstacles: [Finding] {
        let region = diagnosis.findings.filter { $0.check == .region }
        // The host of what is certainly no region would only fail once more, under another name.
        if settings.endpoint != nil { return isEndpointGiven ? [] : region.filter { $0.status == .fail } }
        let faults = endpointFaults
        return faults.isEmpty ? region.filter { $0.status != .pass } : faults
    }

    var target: Report.Target {
        Report.Target(
            endpoint: PrintableText.escaped(settings.endpoint?.endpoint.description ?? "none", limit: 200),
            region: PrintableText.escaped(settings.region.value, limit: 60), mock: mock != nil)
    }

    /// Prepares the session; with `--mock` it starts the server.
    ///
    /// - Parameters:
    ///   - timeLimit: How long the AWS CLI may take to give a profile's credentials.
    ///   - targets: The accounts, which the mock plays too.
    static func open(
        _ options: ServiceOptions, _ process: ProcessFacts, timeLimit: Duration = .seconds(30),
        catalog: ModelCatalog = .documented, targets: AccountTargets? = nil
    ) async throws -> ServiceSession {
        options.mock
            ? try await embedded(options, process, catalog, targets) : await own(options, process, timeLimit, catalog)
    }

    private static func own(
        _ options: ServiceOptions, _ process: ProcessFacts, _ timeLimit: Duration, _ catalog: ModelCatalog
    ) async -> ServiceSession {
        var overrides = SettingOverrides()
        overrides.region = options.region.map { Setting($0, origin: "--region") }
        overrides.endpoint = options.endpointURL.map { Setting($0, origin: "--endpoint-url") }
        overrides.speaksOfPRX = options.prx
        overrides.auth = options.auth
        if options.prx {
            overrides.profile = PRXCredentials.outcome(process)
        } else if let profile = options.profile {
            overrides.profile = await ProfileResolution(
                name: profile, process: process, timeLimit: timeLimit
            ).outcome()
        }
        if case .found(let keys, _)? = overrides.profile?.result {
            KnownSecrets.take(
                [keys.secretAccessKey, keys.sessionToken].compactMap(\.self).map {
                    String(decoding: $0.exposedBytes, as: UTF8.self)
                })
        }
        let diagnosis = EnvironmentCheck.run(await EnvironmentGathering.facts(process, overrides, catalog))
        return ServiceSession(
            diagnosis: diagnosis, transportEnvironment: process.environment, catalog: catalog,
            httpVersion: options.version.httpVersion, auth: options.auth, mock: nil)
    }

    /// The mock brings its own credentials, region and endpoint along, so that nothing of the user's is looked at.
    private static func embedded(
        _ options: ServiceOptions, _ process: ProcessFacts, _ catalog: ModelCatalog, _ targets: AccountTargets?
    ) async throws -> ServiceSession {
        let account = SimulatedAccount.demonstration
        let several = SimulatedTargets(targets)
        var configuration = MockServerConfiguration(credentials: [DemonstrationCredentials.credential]) {
            WallClock.signingTime
        }
        configuration.account = account
        configuration.otherAccounts = several.accounts
        configuration.credentials += several.credentials
        configuration.regions = Set(account.regions + [options.region].compactMap(\.self))
        let server = try await MockServer.start(configuration)
        let origin = "the embedded mock"
        var overrides = SettingOverrides(
            credentials: SettingOverrides.Credentials(demonstration, origin: origin),
            region: options.region.map { Setting($0, origin: "--region") } ?? Setting("us-east-1", origin: origin),
            endpoint: Setting(server.endpoint, origin: origin))
        overrides.auth = options.auth
        if options.auth == .bearer, let key = demonstrationKey(for: overrides.region?.value ?? "us-east-1") {
            overrides.apiKey = SettingOverrides.APIKey(key, origin: origin)
        }
        let diagnosis = EnvironmentCheck.run(
            EnvironmentFacts(
                variables: [:], overrides: overrides, now: process.now))
        return ServiceSession(
            diagnosis: diagnosis, transportEnvironment: [:], catalog: catalog,
            httpVersion: options.version.httpVersion, auth: options.auth, targetKeys: several.keys, mock: server)
    }

    private static let demonstration = SigningCredentials(
        accessKeyID: DemonstrationCredentials.accessKeyID, secretAccessKey: DemonstrationCredentials.secretAccessKey)

    /// A short-term API key that the demonstration's pair has signed; nil for a region that nothing can be signed for.
    private static func demonstrationKey(for region: String) -> BedrockAPIKey? {
        try? BedrockAPIKey(
            ShortTermAPIKey.text(signedBy: demonstration, region: region, at: WallClock.signingTime))
    }

    /// Who makes the calls of this run in a region, and how that is shown; nil when there is neither a key pair nor a key.
    ///
    /// The mock serves every region at one address, so that only a key for each of them tells which is meant.
    func authorization(in region: String) -> RequestAuthorization? {
        if let key = settings.apiKey {
            return .bearer(mock == nil ? key : Self.demonstrationKey(for: region) ?? key)
        }
        return settings.credentials.map { .signature($0) }
    }

    /// Why there is nothing to make calls with, in a sentence without its end.
    var lackOfAuthorization: String {
        let fault = diagnosis.findings.first { $0.check == .credentials && $0.status == .fail }
        switch fault?.code {
        case nil: return "there are no usable credentials"
        case .credentialsBearerTokenPlaintext:
            return
                "an API key is sent over https only, or over http to this machine, and the endpoint is neither: name an "
                + "https endpoint, or sign with a key pair (--auth sigv4)"
        default: return "there are no usable credentials (\(fault?.title ?? ""))"
        }
    }

    /// The same for a command that can do nothing without, with what to do.
    func missingAuthorization(to act: String) -> InputProblem {
        let hasKey = diagnosis.findings.contains { $0.code == .credentialsBearerTokenPlaintext && $0.status == .fail }
        if hasKey { return InputProblem(file: BedrockAPIKey.variable, message: lackOfAuthorization) }
        let (variable, steps) =
            switch auth {
            case .auto:
                (
                    "AWS_ACCESS_KEY_ID",
                    "export AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or \(BedrockAPIKey.variable)"
                )
            case .sigv4:
                (
                    "AWS_ACCESS_KEY_ID",
                    "--auth sigv4 needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; without it an API key is sent too"
                )
            case .bearer:
                (
                    BedrockAPIKey.variable,
                    "--auth bearer needs \(BedrockAPIKey.variable); without it a key pair signs"
                )
            }
        return InputProblem(
            file: variable,
            message: "\(lackOfAuthorization) to \(auth == .bearer ? "call" : act) with: \(steps); "
                + "`doctor env\(auth == .auto ? "" : " --auth \(auth.rawValue)")` says what is wrong")
    }

    /// Whether there is something to make calls with.
    var hasAuthorization: Bool { settings.apiKey != nil || settings.credentials != nil }

    /// A probe of the endpoint with a transport of its own, which the caller shuts down.
    func probe(timeLimit: Duration, limit: RequestLimit) throws -> EndpointProbe {
        let endpoint = try endpoint()
        let proxy = try ProxySettings(environment: transportEnvironment).proxy(for: endpoint.origin)
        return EndpointProbe(
            endpoint: endpoint, region: settings.region.value, transport: try transport(), proxy: proxy?.description,
            timeLimit: timeLimit, limit: limit)
    }

    /// A transport with the proxies and trust of the environment.
    func transport() throws(TransportError) -> HTTPTransport {
        try HTTPTransport(
            TransportConfiguration(
                environment: transportEnvironment, httpVersion: httpVersion,
                userAgent: "bedrock-doctor/\(ToolVersion.current)"))
    }

    /// Ends the embedded server.
    func close() async {
        _ = await mock?.shutdown()
    }
}

/// There is nothing to send to; the environment check has a finding that says why.
struct NoEndpoint: Error, CustomStringConvertible {
    var description: String { "there is no usable endpoint" }
}
