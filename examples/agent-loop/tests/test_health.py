from app.main import health, ready


def test_health():
    assert health() == {"status": "ok"}


def test_ready():
    assert ready()["torch"]


if __name__ == "__main__":
    test_health()
    test_ready()
    print("2 passed")
