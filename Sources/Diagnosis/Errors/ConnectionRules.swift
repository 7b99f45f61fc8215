import Codes
import Evidence

/// What clients say when name lookup, connection or the wait for an answer failed.
enum ConnectionRules {
    static let rules = lookup + foreignLookup + connection + closing + waiting

    /// The name has no address: ``ErrorContext`` tells a region without Bedrock from a resolver that fails.
    private static let lookup = [
        CauseRule(
            unresolved, .peculiar, "could|cannot|couldnt not|couldnt resolve host|endpoint|hostname", none: ["model"]),
        CauseRule(unresolved, .peculiar, "enotfound|eai|nxdomain|unknownhostexception|getaddrinfo|gaierror"),
        CauseRule(unresolved, .peculiar, "no such host"),
        CauseRule(unresolved, .peculiar, "name|nodename service|servname known|provided"),
        CauseRule(
            unresolved, .peculiar,
            "name|dns|address resolution|lookup failed|failure|fail|information|error|temporary"),
        CauseRule(unresolved, .peculiar, "resolving timed"),
        CauseRule(unresolved, .peculiar, "name could|cannot not be resolved"),
        CauseRule(unresolved, .peculiar, "failed resolve", none: ["model", "credentials", "region"]),
        CauseRule(unresolved, .peculiar, "nameresolutionerror|wsahost|host_not_found"),
    ]

    /// What the C library and Windows say of a name without an address in other languages than English: Python, .NET, Rust
    /// and PHP pass their words on.
    private static let foreignWords: [WordPhrase] = [
        // German, Dutch, Swedish, Danish, Norwegian
        "namensauflösung", "name oder dienst nicht bekannt", "kein solcher host bekannt",
        "angegebene host ist unbekannt|nicht", "naamsherleiding", "naam of dienst niet bekend", "namnuppslagning",
        "namnet eller tjänsten inte känt", "navneopslag|navneoppslag", "navn eller tjeneste ikke kendt|kjent|ukendt",
        // French, Spanish, Portuguese, Italian, Catalan, Romanian
        "résolution du nom", "résolution de nom|noms", "nom ou service inconnu", "hôte inconnu",
        "resolución del|de nombre|nombres", "nombre o servicio desconocido", "host desconocido",
        "host conocido no este",
        "resolução de|do nome|nomes", "nome ou serviço desconhecido", "host desconhecido|conhecido",
        "risoluzione del|dei nome|nomi", "nome o servizio sconosciuto", "host sconosciuto", "resolució del nom",
        "nom o servei desconegut", "rezolvarea numelui|numelor",
        // Polish, Czech, Russian, Ukrainian, Turkish, Hungarian, Finnish
        "rozwiązywaniu|rozwiązywania|rozwiązania nazwy|nazw", "nieznana nazwa lub usługa",
        "překladu|překlad|rozlišení jména|jmen|názvu", "neznámé jméno nebo služba",
        "разрешении|разрешения имен|имён|имени",
        "имя или служба не известны|известна", "этот хост неизвестен", "визначенні|визначення імен|імені",
        "ad çözümlemesi|çözümlemesinde|çözünürlüğünde", "ad ya da|veya hizmet bilinmiyor", "névfeloldás|névfeloldási",
        "nimenselvitys|nimenselvityksessä|nimipalvelu*",
        // Japanese, Chinese, Korean: without blanks, a sentence is one word.
        "名前解決*", "名前またはサービス*", "そのようなホストは不明です*", "域名解析*", "名称解析*", "未知的名称或服务*",
        "不知道这样的主机*", "無法解析*", "이름|이름이나|이름을 혹은|서비스를|해석|확인|분석",
        "알려진 호스트가 없습니다",
    ]

    private static let foreignLookup = foreignWords.map { CauseRule(unresolved, .peculiar, $0) }

    private static let unresolved = FindingCode.networkNameUnresolved

    private static let connection = [
        CauseRule(
            .networkUnreachable, .peculiar, "connect|connection|connecting|socket|dial timeout|timed",
            none: ["model timeout", "read timed|timeout", "reading the response"]),
        CauseRule(.networkUnreachable, .peculiar, "connection refused"),
        CauseRule(.networkUnreachable, .fitting, "econnrefused|etimedout|ehostunreach|enetunreach"),
        CauseRule(.networkUnreachable, .fitting, "network|host unreachable"),
        CauseRule(
            .networkUnreachable, .fitting,
            "failed|unable|cannot|couldnt connect|reach|tunnel server|endpoint|proxy|url|service"),
        CauseRule(.networkUnreachable, .hinting, "fetch failed"),
        CauseRule(
            .networkUnreachable, .fitting, "i o|deadline timeout|exceeded", none: ["model timeout", "read tcp"]),
    ]

    private static let closing = [
        CauseRule(
            closed, .peculiar, "connection reset|closed|aborted|lost|broken|broke",
            none: ["incompleteread|invalidchunklength", "middle response|responses"]),
        CauseRule(closed, .peculiar, "empty reply server"),
        CauseRule(closed, .fitting, "econnreset|econnaborted|epipe"),
        CauseRule(closed, .fitting, "broken pipe"),
        CauseRule(closed, .fitting, "remote|server end|closed|disconnected connection|without"),
        CauseRule(closed, .fitting, "socket hang up"),
        CauseRule(closed, .fitting, "other side closed"),
        CauseRule(closed, .fitting, "http request|post|send eof", none: ["unexpected", "tls|ssl|handshake"]),
    ]

    private static let closed = FindingCode.networkConnectionClosed

    private static let waiting = [
        CauseRule(
            late, .peculiar, "read timeout|timed",
            none: ["awshttpconnectionpool|awshttpsconnectionpool", "model timeout", "reading the response"]),
        CauseRule(late, .peculiar, "read tcp", "i o timeout"),
        CauseRule(late, .peculiar, "awaiting headers timeout|exceeded"),
        CauseRule(late, .peculiar, "timed out waiting response"),
        CauseRule(late, .peculiar, "operation timed milliseconds bytes received"),
        CauseRule(late, .fitting, "request timed out", none: ["model"]),
        CauseRule(late, .fitting, "client execution complete specified timeout"),
    ]

    private static let late = FindingCode.networkAnswerTimeout
}
