"""What the person answers, kind of reply by kind of reply."""
