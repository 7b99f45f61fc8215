/// The pages about PRX's configuration.
extension FindingCode {
    package static let configFound = FindingCode(
        "config-found", in: .configuration,
        title: "PRX's configuration was found",
        meaning: "It names Bedrock and a model that the catalog knows.",
        looksLike: "A pass line with the model.",
        why: "The file is $OPENPRX_CONFIG_DIR/config.toml, else ~/.openprx/config.toml.",
        fix: "Nothing to fix; `doctor check` calls the model that it names.",
        detection:
            "provider and model, at the top or under [general] (default_provider, default_model) or "
            + "under [default] (provider, model).",
        source: "PRX's configuration page and its Bedrock page")

    package static let configMissing = FindingCode(
        "config-missing", in: .configuration,
        title: "There is no PRX configuration",
        meaning: "The file does not exist, which is normal if you do not use PRX.",
        looksLike: "A skip line. PRX itself starts with its defaults.",
        why: "PRX was not set up for this user, or for another home directory.",
        fix: "Name a model: doctor check --model ID",
        detection: "No file at ~/.openprx/config.toml.",
        source: "PRX's configuration page")

    package static let configDirectoryEmpty = FindingCode(
        "config-directory-empty", in: .configuration,
        title: "OPENPRX_CONFIG_DIR has no config.toml",
        meaning: "PRX looks in that directory and nowhere else, and finds nothing.",
        looksLike: "PRX behaves as if it was never configured.",
        why: "The variable points to an old or mistyped directory, or to the file instead of the directory.",
        fix: "Correct it, or unset OPENPRX_CONFIG_DIR",
        detection: "The variable is set, and there is no config.toml in the directory.",
        source: "PRX's page about environment variables")

    package static let configWorkspaceSet = FindingCode(
        "config-workspace-set", in: .configuration,
        title: "PRX may read another configuration than the one checked here",
        meaning: "OPENPRX_WORKSPACE is set and OPENPRX_CONFIG_DIR is not.",
        looksLike: "A change in ~/.openprx/config.toml has no effect on PRX.",
        why: "PRX's documentation then derives the configuration directory from the workspace.",
        fix: "Export OPENPRX_CONFIG_DIR with the directory of the config.toml that you want PRX to use.",
        detection: "OPENPRX_WORKSPACE is set, and OPENPRX_CONFIG_DIR is not.",
        source: "PRX's page about environment variables")

    package static let configUnreadable = FindingCode(
        "config-unreadable", in: .configuration,
        title: "PRX's configuration cannot be read",
        meaning: "The file is there, but the system refuses to open it.",
        looksLike: "PRX stops at its start, or goes on with its built-in settings.",
        why: "Permissions, or a directory in the file's place.",
        fix: "ls -l on the file, then chown or chmod.",
        detection: "The system's own error when the file is opened: permission denied, or a directory.",
        source: "open(2)")

    package static let configMalformed = FindingCode(
        "config-malformed", in: .configuration,
        title: "PRX's configuration is not valid",
        meaning: "The file is not valid TOML, or a setting has the wrong type.",
        looksLike: "PRX stops at its start with a parse error.",
        why: "A quote or a bracket is missing, or a table is defined twice.",
        fix: "Look at the line that the finding names.",
        detection: "A TOML parser, with line and column.",
        source: "https://toml.io/en/v1.0.0")

    package static let configProviderAbsent = FindingCode(
        "config-provider-absent", in: .configuration,
        title: "PRX's configuration names no provider",
        meaning: "PRX then uses its own default.",
        looksLike: "Calls go to another service than Bedrock.",
        why: "The file was begun and not finished.",
        fix: "Put at the top: default_provider = \"bedrock\"",
        detection: "Neither default_provider nor [default] provider is there.",
        source: "PRX's configuration page")

    package static let configProviderMisspelt = FindingCode(
        "config-provider-misspelt", in: .configuration,
        title: "The provider's name looks like a misspelling of bedrock",
        meaning: "PRX accepts exactly bedrock and aws-bedrock.",
        looksLike: "PRX says that it does not know the provider.",
        why: "A typo, capital letters, or another tool's name for it.",
        fix: "default_provider = \"bedrock\"",
        detection: "The name contains bedrock, or is at most two edits away from a right one.",
        source: "PRX's list of providers")

    package static let configOtherProvider = FindingCode(
        "config-other-provider", in: .configuration,
        title: "PRX is configured for another provider",
        meaning: "Its calls do not go to Bedrock.",
        looksLike: "Whatever is found here, PRX behaves otherwise.",
        why: "It is intended, or the file is not the one you think.",
        fix: "If you want Bedrock: default_provider = \"bedrock\"",
        detection: "The provider that the file names is neither bedrock nor aws-bedrock.",
        source: "PRX's list of providers")

    package static let configModelAbsent = FindingCode(
        "config-model-absent", in: .configuration,
        title: "PRX's configuration names no model",
        meaning: "PRX then asks for its default model.",
        looksLike: "\"The provided model identifier is invalid.\"",
        why: "Provider and model are separate settings.",
        fix: "Add default_model = \"ID\"; doctor models shows which can be called.",
        detection: "Neither default_model nor [default] model is there.",
        source: "PRX's configuration page")

    package static let configModelUnclean = FindingCode(
        "config-model-unclean", in: .configuration,
        title: "The configured model has characters that no id has",
        meaning: "White space, quotes or control characters are part of the id.",
        looksLike: "\"The provided model identifier is invalid.\"",
        why: "A careless copy, or quotes within quotes.",
        fix: "Write the id alone between the quotes.",
        detection: "White space, quotes or control characters in the value; no id of Bedrock has any.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    package static let configModelMisspelt = FindingCode(
        "config-model-misspelt", in: .configuration,
        title: "The configured model does not exist, but one nearly like it does",
        meaning: "The id is not one of Bedrock's.",
        looksLike: "\"The provided model identifier is invalid.\"",
        why:
            "A version suffix too many (-v1:0) or too few, a typo, or another service's name for the "
            + "model. PRX's own pages have two such ids.",
        fix: "Use the id that the finding gives.",
        detection: "The catalog of documented models, by nearness.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html")

    package static let configModelRetired = FindingCode(
        "config-model-retired", in: .configuration,
        title: "The configured model has reached the end of its life",
        meaning: "AWS has switched it off; every call fails.",
        looksLike: "ResourceNotFoundException: \"This model version has reached the end of its life.\"",
        why: "Models are retired on dates announced months before.",
        fix: "Move to the successor that the finding names.",
        detection: "The catalog's lifecycle dates against the local date.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html")

    package static let configModelLegacy = FindingCode(
        "config-model-legacy", in: .configuration,
        title: "The configured model is a legacy one",
        meaning: "It still runs for accounts that use it, and its end date is announced.",
        looksLike:
            "\"Access denied. This Model is marked by provider as Legacy ...\" for new accounts and idle "
            + "ones.",
        why: "A newer version has taken its place.",
        fix: "Move to the successor before that date.",
        detection: "The catalog's lifecycle dates against the local date.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html")

    package static let configModelUnknown = FindingCode(
        "config-model-unknown", in: .configuration,
        title: "The configured model is not in the catalog",
        meaning: "This tool knows nothing about it before a call.",
        looksLike: "It works, or \"The provided model identifier is invalid\".",
        why: "It is newer than this tool, your own (imported, provisioned), or wrong beyond guessing.",
        fix: "Probe it: doctor check --model ID",
        detection: "The catalog of documented models.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html")

    package static let configSectionsDisagree = FindingCode(
        "config-sections-disagree", in: .configuration,
        title: "PRX's configuration contradicts itself",
        meaning: "The provider or the model is named in two places with different values.",
        looksLike: "PRX uses another model than the one you changed.",
        why:
            "Its pages describe two forms: default_provider at the top or under [general], and "
            + "[default] provider.",
        fix: "Keep one form, preferably the one at the top.",
        detection: "The values of both forms. The top wins here, then [general], then [default].",
        source: "PRX's configuration page and its Bedrock page")

    static let configurationCodes: [FindingCode] = [
        configFound, configMissing, configDirectoryEmpty, configWorkspaceSet, configUnreadable, configMalformed,
        configProviderAbsent, configProviderMisspelt, configOtherProvider, configModelAbsent, configModelUnclean,
        configModelMisspelt, configModelRetired, configModelLegacy, configModelUnknown, configSectionsDisagree,
    ]
}
