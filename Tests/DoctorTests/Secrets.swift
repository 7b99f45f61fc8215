/// Secrets of no account, of the shapes that AWS gives out.
enum Secrets {
    static let secret = "q9XvZ0mT/4bLr+Wc7NsKj2HfPdGy5UaEo8RiMxQe"
    static let token = "FwoGZXIvYXdzEJr//////////wEaDLq7Tn0" + String(repeating: "Zk3vB9", count: 40) + "=="
    static let bearer = "ABSKQmVkcm9ja0FQSUtleS1kb2N0b3I6" + String(repeating: "xY7", count: 20)
    static let proxyPassword = "p4Kx7wQz9TbN2vRm"

    static let all = [secret, token, bearer, proxyPassword]

    static let environment = [
        "AWS_ACCESS_KEY_ID": "ASIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": secret, "AWS_SESSION_TOKEN": token,
        "AWS_BEARER_TOKEN_BEDROCK": bearer, "AWS_REGION": "us-east-1",
        "NO_PROXY": "127.0.0.1", "HTTPS_PROXY": "http://user:\(proxyPassword)@127.0.0.1:9",
    ]
}
