/// The pages about the region.
extension FindingCode {
    package static let regionFound = FindingCode(
        "region-found", in: .region,
        title: "The region is set",
        meaning: "A known region with Bedrock, from one place.",
        looksLike: "A pass line with the value and its origin.",
        why: "AWS_REGION names it, or AWS_DEFAULT_REGION where AWS_REGION is not set.",
        fix: "Nothing. boto3 reads AWS_DEFAULT_REGION only.",
        detection: "The value is in the catalog, and the variables do not disagree.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/bedrock-regions.html")

    package static let regionDefaultUsed = FindingCode(
        "region-default-used", in: .region,
        title: "No region is set",
        meaning: "us-east-1 is used because no variable names a region.",
        looksLike: "\"You don't have access to the model\", though the console shows access: in another region.",
        why:
            "Model access, quotas and data residency depend on the region. A default that nobody chose is easily overlooked.",
        fix: "export AWS_REGION=... with the region in which the model was enabled.",
        detection: "Neither AWS_REGION nor AWS_DEFAULT_REGION has a value.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html")

    package static let regionBlank = FindingCode(
        "region-blank", in: .region,
        title: "A region variable is set, but blank",
        meaning: "It is skipped, and the next source is used.",
        looksLike:
            "A region that nobody chose, or a host name such as bedrock-runtime..amazonaws.com from "
            + "another tool.",
        why: "A CI variable or an env file without a value.",
        fix: "Unset the variable, or give it a value: export AWS_REGION=us-east-1",
        detection: "The variable is empty once white space is removed.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html")

    package static let regionDisagree = FindingCode(
        "region-disagree", in: .region,
        title: "Two variables name different regions",
        meaning: "AWS_REGION and AWS_DEFAULT_REGION differ, and tools choose differently.",
        looksLike: "A model that works in one tool and is denied in the other.",
        why: "The AWS CLI 2 and most SDKs take AWS_REGION; boto3 and the AWS CLI 1 take AWS_DEFAULT_REGION.",
        fix: "Make them agree: export AWS_DEFAULT_REGION=\"$AWS_REGION\"",
        detection: "Both have a value, and the values differ.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html")

    package static let regionNameVariableIgnored = FindingCode(
        "region-name-variable-ignored", in: .region,
        title: "AWS_REGION_NAME is set; only LiteLLM reads it",
        meaning: "LiteLLM's variable names another region than the one that is used.",
        looksLike: "LiteLLM and other tools see different models.",
        why: "Each library has its own variable.",
        fix: "Export AWS_REGION with the region you want.",
        detection: "AWS_REGION_NAME differs from the region in use.",
        source: "https://docs.litellm.ai/docs/providers/bedrock")

    package static let regionUnclean = FindingCode(
        "region-unclean", in: .region,
        title: "The region has characters that no region has",
        meaning: "Quotes, white space, a control character or something beyond ASCII is part of it.",
        looksLike: "\"Could not resolve host\", or \"Credential should be scoped to a valid region\".",
        why: "An env file with quotes or Windows line ends, or a careless copy.",
        fix: "export AWS_REGION with the clean name; the finding has it.",
        detection: "The characters of the value. This tool shows the name as it was meant.",
        source: "RFC 1123, section 2.1")

    package static let regionUpperCase = FindingCode(
        "region-upper-case", in: .region,
        title: "The region is in capital letters",
        meaning: "The name is right except for its case.",
        looksLike: "\"Credential should be scoped to a valid region.\" The host name works.",
        why: "DNS ignores case; the scope of the signature does not.",
        fix: "Export AWS_REGION with the name in lower case.",
        detection: "The value in lower case is a known region.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html")

    package static let regionAvailabilityZone = FindingCode(
        "region-availability-zone", in: .region,
        title: "An availability zone is set as the region",
        meaning: "us-east-1a, us-west-2-lax-1a or use1-az4 are parts of a region.",
        looksLike: "\"Could not resolve host\".",
        why: "Instance metadata and some consoles show the zone.",
        fix: "Remove the zone's letter: export AWS_REGION=us-east-1",
        detection: "A known region with a letter or a local zone's name after it, or a zone id.",
        source: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html")

    package static let regionGlobal = FindingCode(
        "region-global", in: .region,
        title: "A prefix of inference profiles is set as the region",
        meaning: "global, us, eu, apac and the like are not regions.",
        looksLike: "\"Could not resolve host\".",
        why:
            "Profiles such as global.anthropic... suggest a global endpoint; there is none. A call goes "
            + "to one region, which spreads it.",
        fix: "export AWS_REGION with the region nearest to you, and keep the prefix in the model id.",
        detection: "The value is one of the prefixes.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html")

    package static let regionMisspelt = FindingCode(
        "region-misspelt", in: .region,
        title: "The region is misspelt",
        meaning: "There is no such region, but there is one with nearly the same name.",
        looksLike: "\"Could not resolve host: bedrock-runtime.us-esat-1.amazonaws.com\".",
        why: "A typo, a missing hyphen (us-east1), or another cloud's spelling (europe-west1).",
        fix: "export AWS_REGION with the name that the finding gives.",
        detection: "The nearest name of the catalog by edit distance.",
        source: "https://docs.aws.amazon.com/general/latest/gr/rande.html")

    package static let regionMalformed = FindingCode(
        "region-malformed", in: .region,
        title: "The region is not a region's name",
        meaning: "It does not have the form of a region, and no region has a similar name.",
        looksLike: "\"Could not resolve host\".",
        why: "Another value went into the variable.",
        fix: "export AWS_REGION=us-east-1, or the region you want.",
        detection: "The form area-place-number, and the catalog.",
        source: "https://docs.aws.amazon.com/general/latest/gr/rande.html")

    package static let regionUnknown = FindingCode(
        "region-unknown", in: .region,
        title: "The region is not in the catalog",
        meaning: "It has a region's form; this tool does not know it.",
        looksLike: "It works, or the host does not resolve.",
        why: "AWS opens regions more often than this tool is released.",
        fix: "Try it: doctor check. If the host does not resolve, choose another.",
        detection: """
            It has the form of a region, and neither the catalog nor a small misspelling of one of its names \
            fits.
            """,
        source: "https://docs.aws.amazon.com/general/latest/gr/rande.html")

    package static let regionWithoutBedrock = FindingCode(
        "region-without-bedrock", in: .region,
        title: "No public data names Bedrock in the region",
        meaning: "The region exists, but AWS's lists have no Bedrock runtime there.",
        looksLike: "\"Could not resolve host\", if the lists are right.",
        why: "Bedrock is introduced region by region.",
        fix: "export AWS_REGION with a region that has it, for example us-east-1.",
        detection: "The endpoint data of AWS's SDKs and the endpoint table.",
        source: "https://docs.aws.amazon.com/general/latest/gr/bedrock.html")

    package static let regionPartitionWithoutBedrock = FindingCode(
        "region-partition-without-bedrock", in: .region,
        title: "The China partition has no Bedrock",
        meaning: "The region belongs to aws-cn, the partition of China, which has no Bedrock.",
        looksLike:
            "A host under amazonaws.com.cn that does not resolve, or keys that are refused everywhere "
            + "else.",
        why: "The partition has accounts, keys and hosts of its own, and Bedrock is not among its services.",
        fix: "Use an account and a region of the commercial partition.",
        detection: "The region's name begins with cn-.",
        source: "https://docs.amazonaws.cn/en_us/aws/latest/userguide/services.html")

    package static let regionPRXIgnoresEnvironment = FindingCode(
        "region-prx-ignores-environment", in: .region,
        title: "PRX ignores the region variable when its keys come from a file",
        meaning:
            "With keys from ~/.aws/credentials, PRX takes the region from ~/.aws/config, or us-east-1 if none is set there.",
        looksLike: "Another region in PRX's calls than AWS_REGION names.",
        why: "Its provider resolves the region with the credentials: variables with variables, files with files.",
        fix: "Write the region into [default] of ~/.aws/config, or export the keys too.",
        detection: "--prx, keys from the file, and a variable that names another region.",
        source: "PRX's Bedrock provider, version 0.8.32")

    package static let regionVariableMisnamed = FindingCode(
        "region-variable-misnamed", in: .region,
        title: "The region is set under a name that nothing reads",
        meaning: "A variable's name is close to AWS_REGION.",
        looksLike: "us-east-1 is used, though a region seems to be set.",
        why: "A typo, lower case, or another tool's name.",
        fix: "Rename it; the finding has the command.",
        detection: "The name differs in case only, is a known wrong one, or is at most two edits away.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html#EVarSettings")

    static let regionCodes: [FindingCode] = [
        regionFound, regionDefaultUsed, regionBlank, regionDisagree, regionNameVariableIgnored, regionUnclean,
        regionUpperCase, regionAvailabilityZone, regionGlobal, regionMisspelt, regionMalformed, regionUnknown,
        regionWithoutBedrock, regionPartitionWithoutBedrock, regionPRXIgnoresEnvironment, regionVariableMisnamed,
    ]
}
