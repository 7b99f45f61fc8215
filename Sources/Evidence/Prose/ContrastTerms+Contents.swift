extension ContrastTerms {
    static let sizes: [Entry] = [
        Entry(
            .size, "what is small", .plain, "small file*", "smaller file*", "small object*", "small prompt*",
            "short prompt*",
            "shorter prompt*", "small input*", "short input*", "shorter input*", "small payload*", "smaller payload*",
            "small request*",
            "smaller request*", "short message*", "small image*", "small document*", "small upload*", "tiny file*",
            "short text*", "small bod*", "smaller one*", "short one*", "small one*", "short conversation*",
            "smaller object*",
            "smaller prompt*", "smaller image*", "short quer*", "small batch*", "smaller batch*", "whole object",
            "whole file"),
        Entry(
            .size, "what is large", .special, "large file*", "larger file*", "big file*", "bigger file*",
            "large object*",
            "large prompt*", "long prompt*", "longer prompt*", "large input*", "long input*", "longer input*",
            "large payload*",
            "larger payload*", "large request*", "larger request*", "long message*", "large image*", "large document*",
            "large upload*", "huge file*", "long text*", "longer text*", "large bod*", "larger one*",
            "long conversation*",
            "multipart upload*", "multipart download*", "multipart", "big payload*", "big request*", "long output*",
            "long answer*", "long response*", "large batch*", "larger object*", "larger prompt*", "larger batch*",
            "bigger ones",
            "large ones", "long ones"),
        Entry(
            .size, "the first range of the object", .special, "first range", "initial range"),
        Entry(
            .size, "a range of the object", .special, "range request*", "ranged get*", "byte range*",
            "byte-range*",
            "range header*", "ranged request*", "partial read*"),
    ]

    static let characters: [Entry] = [
        Entry(
            .characters, "plain names and texts", .plain, "without spaces", "without special", "no spaces",
            "no special",
            "ascii only", "plain ascii", "ascii text*", "ascii name*", "alphanumeric", "simple name*", "plain text*",
            "only ascii",
            "english text*", "in english", "english prompt*", "without umlauts", "simple quer*", "plain quer*",
            "without query",
            "without any query", "without parameters", "without query parameters", "no query", "plain name*"),
        Entry(
            .characters, "characters that need encoding", .special, "special character*", "special char*",
            "with space*",
            "contains space*", "contain space*", "containing space*", "contains a space", "containing a space",
            "a space in",
            "spaces in", "url-encoded", "url encoded", "urlencoded", "percent-encoded", "percent encoded",
            "encoded quer*",
            "encoded character*", "encoded parameter*", "umlaut*", "unicode", "non-ascii", "non ascii", "nonascii",
            "chinese",
            "japanese", "korean", "cyrillic", "emoji*", "accent*", "accented", "plus sign*", "a plus", "slash in",
            "slashes in",
            "a slash", "with slash*", "colon*", "a colon", "modelid contains", "model id contains", "modelids contain",
            "model ids contain", "id contains",
            "parenthes*", "brackets in", "asterisk*", "these characters",
            "ampersand*", "an equals", "equal sign*", "equals sign*", "a comma in", "commas in", "comma in",
            "apostrophe*",
            "single quote*", "reserved character*", "utf-8 character*", "utf8", "a hash", "percent sign*", "tilde*",
            "query parameter*", "query string*", "query param*", "querystring*"),
    ]

    static let identities: [Entry] = [
        Entry(
            .credentials, "access keys", .either, "static key*", "static credential*", "access key*", "access keys",
            "iam user",
            "hardcoded key*", "hard-coded key*", "long-term key*", "aksk", "ak/sk", "explicit credential*", "env var*",
            "environment variable*", "permanent credential*", "permanent iam credential*", "permanent key*",
            "permanent iam key*",
            "permanent access key*", "long-term credential*", "long-lived credential*", "iam user credential*",
            "long-lived key*",
            "hardcoded credential*"),
        Entry(
            .credentials, Contrast.temporary, .either, "temporary credential*", "temporary key*",
            "temporary access key*",
            "temporary aws credential*", "temporary cognito", "temp credential*", "temp key*", "temp cognito",
            "cognito identity temporary",
            "cognito credential*", "sts credential*", "session token*", "sts token*", "session credential*",
            "short-lived credential*",
            "short-term credential*"),
        Entry(
            .credentials, "an API key", .either, "api key*", "bearer token*", "bedrock api key*", "api token",
            "a token", "token",
            "bearer auth"),
        Entry(
            .credentials, "a role", .either, "irsa", "pod identity", "instance profile", "instance role", "iam role",
            "assume role",
            "assumed role", "assume-role", "task role", "execution role", "web identity", "node role", "iam roles"),
        Entry(
            .credentials, "a profile or SSO", .either, "sso", "aws_profile", "a profile", "named profile*",
            "default profile",
            "sso profile*", "identity center"),
        Entry(
            .credentials, "another key", .plain, "one key", "one access key", "one api key", "one of the keys",
            "one profile", "one set of", "other key*", "other access key*", "another key", "another access key",
            "another api key", "another profile", "other profile*", "different key*", "old key*", "old access key*",
            "other credential*", "one account", "one of the accounts"),
        Entry(
            .credentials, "another identity", .plain, "root user", "root account", "admin user", "admin role",
            "another user",
            "another account", "other account", "different account", "other user*", "my colleague*", "a colleague",
            "coworker*",
            "another role", "other role*", "administrator user", "different user", "my personal account",
            "personal account"),
    ]

    static let models: [Entry] = [
        Entry(.model, "Claude Haiku", .either, "haiku", "claude haiku", "haiku 4.5", "claude 3 haiku", "haiku 3"),
        Entry(
            .model, "Claude Sonnet", .either, "sonnet", "claude sonnet", "sonnet 4", "sonnet 4.5", "sonnet 3.5",
            "claude 3 sonnet",
            "claude 3.5 sonnet", "claude 3.7 sonnet", "sonnet 3.7", "sonnet 4.6", "claude sonnet 4", "claude sonnet 4.5"
        ),
        Entry(
            .model, "Claude Opus", .either, "opus", "claude opus", "opus 4", "opus 4.1", "opus 4.5", "opus 4.6",
            "claude 3 opus"),
        Entry(.model, "Amazon Nova", .either, "nova", "nova pro", "nova lite", "nova micro", "amazon nova"),
        Entry(.model, "Amazon Titan", .either, "titan", "amazon titan", "titan text", "titan embeddings"),
        Entry(.model, "Llama", .either, "llama", "llama 3", "llama 4", "llama3"),
        Entry(.model, "Mistral", .either, "mistral", "mixtral"),
        Entry(
            .model, "other models", .plain, "other models", "another model", "other model", "different model",
            "older model*",
            "all other models", "older claude*", "every other model", "different models"),
        Entry(
            .region, "another region", .plain, "other regions", "another region", "other region", "different region",
            "all other regions"),
    ]

    static let services: [Entry] = [
        Entry(.service, "S3", .either, "s3", "amazon s3"),
        Entry(.service, "STS", .either, "sts"),
        Entry(.service, "DynamoDB", .either, "dynamodb", "dynamo"),
        Entry(.service, "SQS", .either, "sqs"),
        Entry(.service, "SNS", .either, "sns"),
        Entry(.service, "Cognito Identity", .either, "cognito-identity", "cognito identity"),
        Entry(.service, "Cognito Sync", .either, "cognito-sync", "cognito sync"),
        Entry(.service, "OpenSearch", .either, "opensearch", "elasticsearch"),
        Entry(.service, "Kinesis", .either, "kinesis"),
        Entry(.service, "Textract", .either, "textract", "comprehend", "polly", "rekognition", "translate"),
        Entry(.service, "Secrets Manager", .either, "secrets manager", "secretsmanager", "parameter store"),
        Entry(.service, "Bedrock", .special, "bedrock"),
        Entry(
            .service, "other services", .plain, "other services", "other aws services", "another service",
            "other aws apis",
            "all other services", "rest of aws", "other aws service"),
        Entry(
            .service, "another provider", .either, "openai", "anthropic api", "anthropic directly", "anthropic's api",
            "vertex", "vertex ai", "gemini", "azure", "azure openai", "other providers", "another provider",
            "openrouter", "ollama",
            "groq", "deepseek api"),
    ]
}
