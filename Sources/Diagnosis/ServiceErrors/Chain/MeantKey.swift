import Evidence

/// Whether somebody tells that an API key of Bedrock's is what they use, and not that they have none.
enum MeantKey {
    static func isTold(in text: String) -> Bool {
        UseReader.uses(
            of: "bedrock api key*", "bedrock api-key*", "api key* for bedrock", "api key bearer token*",
            "bedrock bearer token*",
            in: text
        ).contains(.used)
    }

    /// Whether they say that they have no API key at all, or have set none.
    static func isDenied(in text: String) -> Bool {
        UseReader.uses(
            of: "api key*", "api-key*", "api_key", "apikey", "bearer token*", "aws_bearer_token_bedrock", in: text
        ).contains(.absent)
    }
}
