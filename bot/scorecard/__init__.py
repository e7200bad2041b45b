"""What an interview comes to: `build` adds it up, the other modules say what each part rests on."""
