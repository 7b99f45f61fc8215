import Codes
import Diagnosis
import Report
import Testing

@Suite("PRX's configuration")
struct ConfigurationTests {
    private func outcome(
        _ state: PRXConfigurationFact.State, fromVariable: Bool = false
    ) -> (findings: [Finding], model: Setting?) {
        var facts = EnvironmentFacts(
            variables: [:],
            configuration: PRXConfigurationFact(
                path: "/home/u/.openprx/config.toml", isDirectoryFromVariable: fromVariable, state: state),
            now: EnvironmentCase.now)
        facts.overrides.speaksOfPRX = true
        let diagnosis = facts.diagnosis
        return (diagnosis.findings.filter { $0.check == .configuration }, diagnosis.settings.model)
    }

    static let states: [(PRXConfigurationFact.State, Bool, [FindingCode], String?)] = [
        (.missing, false, [.configMissing], nil),
        (.missing, true, [.configDirectoryEmpty], nil),
        (.unreadable(reason: "Permission denied"), false, [.configUnreadable], nil),
        (.malformed(line: 3, column: 7, message: "expected ="), false, [.configMalformed], nil),
        (
            .read(PRXConfiguration(top: .init(provider: "bedrock", model: "amazon.nova-micro-v1:0"))), false,
            [.configFound], "amazon.nova-micro-v1:0"
        ),
        (
            .read(PRXConfiguration(general: .init(provider: "aws-bedrock", model: "anthropic.claude-sonnet-4-6"))),
            false, [.configFound], "anthropic.claude-sonnet-4-6"
        ),
        (
            .read(PRXConfiguration(default: .init(provider: "bedrock", model: "us.anthropic.claude-opus-4-6-v1"))),
            false, [.configFound], "us.anthropic.claude-opus-4-6-v1"
        ),
        (.read(PRXConfiguration()), false, [.configProviderAbsent], nil),
        (
            .read(PRXConfiguration(top: .init(provider: "anthropic", model: "claude"))), false,
            [.configOtherProvider], nil
        ),
        (.read(PRXConfiguration(top: .init(provider: "Bedrock"))), false, [.configProviderMisspelt], nil),
        (.read(PRXConfiguration(top: .init(provider: "bedrok"))), false, [.configProviderMisspelt], nil),
        (.read(PRXConfiguration(top: .init(provider: "aws_bedrock"))), false, [.configProviderMisspelt], nil),
        (.read(PRXConfiguration(top: .init(provider: "bedrock"))), false, [.configModelAbsent], nil),
        (
            .read(PRXConfiguration(top: .init(provider: "bedrock", model: "anthropic.claude-sonnet-4-6-v1:0"))), false,
            [.configModelMisspelt], "anthropic.claude-sonnet-4-6-v1:0"
        ),
        (
            .read(PRXConfiguration(top: .init(provider: "bedrock", model: "anthropic.claude-3-5-haiku-20241022-v1:0"))),
            false, [.configModelRetired], "anthropic.claude-3-5-haiku-20241022-v1:0"
        ),
        (
            .read(PRXConfiguration(top: .init(provider: "bedrock", model: "acme.brand-new-v9:0"))), false,
            [.configModelUnknown], "acme.brand-new-v9:0"
        ),
        (
            .read(PRXConfiguration(top: .init(provider: "bedrock", model: "amazon.nova-micro-v1:0\n"))), false,
            [.configModelUnclean], "amazon.nova-micro-v1:0\n"
        ),
        (
            .read(
                PRXConfiguration(
                    top: .init(provider: "bedrock", model: "amazon.nova-micro-v1:0"),
                    default: .init(provider: "bedrock", model: "amazon.nova-pro-v1:0"))), false,
            [.configSectionsDisagree], "amazon.nova-micro-v1:0"
        ),
    ]

    @Test("every state has its finding, and names the model", arguments: states.indices)
    func findings(index: Int) {
        let (state, fromVariable, codes, model) = Self.states[index]
        let outcome = outcome(state, fromVariable: fromVariable)
        #expect(outcome.findings.map(\.code) == codes)
        #expect(outcome.model?.value == model)
        for finding in outcome.findings {
            #expect(finding.status == .pass || !finding.remedies.isEmpty)
        }
    }

    @Test("a workspace that may hold another configuration is named, unless the directory is given")
    func workspace() {
        for (fromVariable, expected) in [
            (false, [.configMissing, .configWorkspaceSet]), (true, [.configDirectoryEmpty]),
        ] as [(Bool, Set<FindingCode>)] {
            let facts = EnvironmentFacts(
                variables: ["OPENPRX_WORKSPACE": "/srv/prx"],
                configuration: PRXConfigurationFact(
                    path: "/c/config.toml", isDirectoryFromVariable: fromVariable, state: .missing),
                now: EnvironmentCase.now)
            let codes = facts.diagnosis.findings.filter { $0.check == .configuration }.map(\.code)
            #expect(Set(codes) == expected)
        }
    }

    @Test("a retired model's finding names the day and the successor")
    func retired() throws {
        let finding = try #require(
            outcome(
                .read(
                    PRXConfiguration(top: .init(provider: "bedrock", model: "anthropic.claude-3-5-haiku-20241022-v1:0"))
                )
            )
            .findings.first)
        #expect(finding.title.contains("2026-06-19"))
        #expect(finding.remedies.first?.text.contains("anthropic.claude-haiku-4-5-20251001-v1:0") == true)
    }

    @Test("a malformed file's finding leads to the line")
    func malformed() throws {
        let finding = try #require(outcome(.malformed(line: 3, column: 7, message: "expected =")).findings.first)
        #expect(finding.remedies.first?.command == "sed -n '1,5p' /home/u/.openprx/config.toml")
    }

    @Test("the model's origin is its file and its key")
    func origin() {
        let model = outcome(
            .read(PRXConfiguration(default: .init(provider: "bedrock", model: "amazon.nova-micro-v1:0")))
        ).model
        #expect(model?.origin == "/home/u/.openprx/config.toml [default] model")
    }
}
