"""write-docx.py FILE XML [COMMENT]: a Word document whose body is the XML, with a comment."""
import sys, zipfile

SCHEMAS = "http://schemas.openxmlformats.org/"
parts = {
    "[Content_Types].xml": f'''<Types xmlns="{SCHEMAS}package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>''',
    "_rels/.rels": f'''<Relationships xmlns="{SCHEMAS}package/2006/relationships"><Relationship Id="r"
Type="{SCHEMAS}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>''',
    "word/document.xml": f'''<w:document xmlns:w="{SCHEMAS}wordprocessingml/2006/main"
xmlns:a="{SCHEMAS}drawingml/2006/main"><w:body>{sys.argv[2]}</w:body></w:document>''',
}
if len(sys.argv) > 3:
    parts["word/comments.xml"] = f'''<w:comments xmlns:w="{SCHEMAS}wordprocessingml/2006/main"><w:comment w:id="0" w:author="a"><w:p><w:r><w:t>{
        sys.argv[3]}</w:t></w:r></w:p></w:comment></w:comments>'''
    parts["word/_rels/document.xml.rels"] = parts["_rels/.rels"].replace("officeDocument\" Target=\"word/document", "comments\" Target=\"comments")
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", '''<Override PartName="/word/comments.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>''')
with zipfile.ZipFile(sys.argv[1], "w") as file:
    for name, text in parts.items():
        file.writestr(name, text)
