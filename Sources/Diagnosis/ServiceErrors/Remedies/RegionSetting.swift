import Report
import WireText

/// Where a client takes the region of its calls from: a region that stands anywhere else is not the one that is called.
///
/// Sources: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html> and the reference of each SDK,
/// <https://code.claude.com/docs/en/amazon-bedrock>, <https://docs.litellm.ai/docs/providers/bedrock>,
/// <https://ai-sdk.dev/providers/ai-sdk-providers/amazon-bedrock>, <https://strandsagents.com/latest/>.
struct RegionSetting: Sendable {
    /// What the client reads, in the order in which it looks, and what it calls where none of that is set.
    let reads: String

    /// The variable that it takes the region from; `nil` where it reads none.
    let variable: String?

    init(_ reads: String, _ variable: String? = "AWS_REGION") {
        self.reads = reads
        self.variable = variable
    }

    /// Variables under which people set a region.
    static let variables: Set<String> = ["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_REGION_NAME", "BEDROCK_REGION"]

    /// Whether a client takes no notice of a variable: it reads another one, and not this.
    func ignores(_ name: String) -> Bool {
        guard variable != nil, variable != name, Self.variables.contains(name) else { return false }
        // `AWS_DEFAULT_REGION (never AWS_REGION)`.
        if reads.contains("never \(name)") { return true }
        return !reads.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }.contains { $0 == name }
    }

    /// The command that makes the client call a region.
    func command(_ region: String) -> NextStep? {
        guard let variable, let word = ShellWord.quoted(region) else { return nil }
        return .shell("export \(variable)=\(word)")
    }

    /// What the client of a scene reads; `nil` where no client shows.
    static func of(_ scene: Scene, text: String) -> RegionSetting? {
        if let program = scene.program, let setting = programs.first(where: { $0.0 == program }) {
            // What a framework drops on its way is no setting of it.
            if program == .langChain, text.contains("init_chat_model") { return configurable }
            return setting.1
        }
        if let library = ClientLibrary(scene.sdk), let setting = libraries.first(where: { $0.0 == library }) {
            return setting.1
        }
        return nil
    }

    /// LangChain's model that is configured at each call takes what it was told to take, and drops the rest without a word.
    private static let configurable = RegionSetting(
        """
        a model that init_chat_model made takes from its configuration at run time what configurable_fields lists, and drops the rest: region_name must be listed \
        there or be given to init_chat_model itself, else AWS_REGION or AWS_DEFAULT_REGION decides
        """)

    private static let extensionSetting = RegionSetting(
        "the extension has a region of its own in its settings for Bedrock, beside the profile", nil)

    private static let programs: [(ClientProgram, RegionSetting)] = [
        (
            .claudeCode,
            RegionSetting(
                """
                Claude Code reads AWS_REGION, and in most versions not the region of ~/.aws/config; without the variable it calls us-east-1 \
                (for its small model ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION comes first)
                """)
        ),
        (.cline, extensionSetting), (.rooCode, extensionSetting), (.kiloCode, extensionSetting),
        (
            .continueDev,
            RegionSetting(
                "Continue reads region below env of the model in its config.yaml, and else calls us-east-1", nil)
        ),
        (
            .zed,
            RegionSetting("Zed reads language_models.bedrock.region in settings.json, and else calls us-east-1", nil)
        ),
        (
            .opencode,
            RegionSetting(
                "opencode reads provider.amazon-bedrock.options.region of its configuration, then AWS_REGION, and else calls us-east-1"
            )
        ),
        (
            .k8sGPT,
            RegionSetting(
                "K8sGPT calls the region that k8sgpt auth add was given by --providerRegion (region of the operator's spec.ai), and else us-east-1, whatever the profile says",
                nil)
        ),
        (.prx, RegionSetting("PRX reads AWS_REGION, then AWS_DEFAULT_REGION, and else calls us-east-1")),
        (
            .liteLLM,
            RegionSetting(
                "LiteLLM reads aws_region_name of the call or of litellm_params, then AWS_REGION_NAME and AWS_REGION, and else calls us-west-2",
                "AWS_REGION_NAME")
        ),
        (.aider, RegionSetting("aider calls through LiteLLM, which reads AWS_REGION_NAME and AWS_REGION")),
        (.crewAI, RegionSetting("CrewAI calls through LiteLLM, which reads AWS_REGION_NAME and AWS_REGION")),
        (
            .langChain,
            RegionSetting(
                "LangChain's classes take region_name, and else AWS_REGION or AWS_DEFAULT_REGION, then the profile; another name of the argument is no setting"
            )
        ),
        (
            .llamaIndex,
            RegionSetting(
                "LlamaIndex's classes take region_name (aws_region_name and region are not read), and else AWS_DEFAULT_REGION and the profile",
                "AWS_DEFAULT_REGION")
        ),
        (
            .strandsAgents,
            RegionSetting(
                "Strands takes region_name of BedrockModel or the region of the boto3 session it is given, then AWS_REGION, and else calls us-west-2"
            )
        ),
        (
            .pydanticAI,
            RegionSetting(
                "Pydantic AI takes region_name of BedrockProvider, and else AWS_DEFAULT_REGION and the profile",
                "AWS_DEFAULT_REGION")
        ),
        (.springAI, RegionSetting("Spring AI reads spring.ai.bedrock.aws.region, and else calls us-east-1", nil)),
        (
            .vercelAISDK,
            RegionSetting(
                "the AI SDK takes region of createAmazonBedrock({ region }), then AWS_REGION; it reads no profile")
        ),
        (
            .dify,
            RegionSetting(
                "Dify's plugin takes the region of its own credentials, and makes the prefix of the id from it", nil)
        ),
        (.n8n, RegionSetting("n8n takes the region of the AWS credential that the node uses", nil)),
        (
            .bedrockAccessGateway,
            RegionSetting("the gateway calls the region in which it runs (AWS_REGION of its own Lambda or container)")
        ),
        (
            .portkey,
            RegionSetting("Portkey takes the header x-portkey-aws-region or the region of the virtual key", nil)
        ),
        (.bifrost, RegionSetting("Bifrost takes region in bedrock_key_config of the key", nil)),
    ]

    private static let libraries: [(ClientLibrary, RegionSetting)] = [
        (.awsCLI, RegionSetting("the AWS CLI reads --region, AWS_REGION, AWS_DEFAULT_REGION, then the profile")),
        (
            .boto3,
            RegionSetting(
                "boto3 reads region_name, then AWS_DEFAULT_REGION (never AWS_REGION), then the profile",
                "AWS_DEFAULT_REGION")
        ),
        (
            .botocore,
            RegionSetting(
                "boto3 reads region_name, then AWS_DEFAULT_REGION (never AWS_REGION), then the profile; the AWS CLI reads --region first",
                "AWS_DEFAULT_REGION")
        ),
        (
            .javaScript3,
            RegionSetting(
                "the SDK for JavaScript reads region of the client, AWS_REGION (never AWS_DEFAULT_REGION), then the profile"
            )
        ),
        (
            .javaScript2,
            RegionSetting(
                "version 2 of the SDK for JavaScript reads region of the client, then AWS_REGION, and the profile with AWS_SDK_LOAD_CONFIG=1 only"
            )
        ),
        (
            .java2,
            RegionSetting("the SDK for Java reads region(...) of the client, aws.region, AWS_REGION, then the profile")
        ),
        (
            .kotlin,
            RegionSetting("the SDK for Kotlin reads region of the client, aws.region, AWS_REGION, then the profile")
        ),
        (
            .dotNet,
            RegionSetting(
                "the SDK for .NET reads RegionEndpoint of the client, AWSConfigs.AWSRegion, the profile, then AWS_REGION"
            )
        ),
        (
            .php,
            RegionSetting(
                "the SDK for PHP takes region of the client's constructor, then AWS_REGION or AWS_DEFAULT_REGION")
        ),
        (
            .ruby,
            RegionSetting(
                "the SDK for Ruby reads region of the client, AWS_REGION, AWS_DEFAULT_REGION, then the profile")
        ),
        (
            .go2,
            RegionSetting("the SDK for Go reads config.WithRegion, AWS_REGION, AWS_DEFAULT_REGION, then the profile")
        ),
        (
            .go1,
            RegionSetting(
                "version 1 of the SDK for Go reads Region of its configuration, then AWS_REGION, and the profile with AWS_SDK_LOAD_CONFIG=1 only"
            )
        ),
        (
            .rust,
            RegionSetting(
                "the SDK for Rust reads region of the loader, AWS_REGION, AWS_DEFAULT_REGION, then the profile")
        ),
        (
            .anthropic,
            RegionSetting(
                "AnthropicBedrock takes aws_region (in JavaScript awsRegion), then AWS_REGION, and else calls us-east-1; older versions read no profile"
            )
        ),
    ]
}
